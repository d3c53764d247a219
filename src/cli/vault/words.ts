import type { VaultErrorCode } from '../../lib/vault/errors.ts';
import { VaultError } from '../../lib/vault/errors.ts';
import { RefusedError } from '../errors.ts';
import { previousOf } from './write.ts';

/** Where the library’s sentences speak of pages and tabs. */
const SENTENCES: Partial<Record<VaultErrorCode, (file: string) => string>> = {
  'wrong-passphrase': (file) => `That passphrase does not open ${file}.`,
  'wrong-recovery-key': (file) => `That recovery key does not open ${file}.`,
  'invalid-backup': (file) =>
    `${file} is no vault file, or it is damaged. The version before the last change, if any, is ${previousOf(file)}`,
  'header-tampered': (file) =>
    `${file} was changed by something else than 2FAA, so nothing was done with it. Take a backup that you trust.`,
  'newer-backup': (file) => `A newer version of 2faa wrote ${file}. Install that version.`,
  'newer-record': (file) => `A newer version of 2faa wrote ${file}. Install that version.`,
  'kdf-failed': () => 'The key could not be derived, most likely for lack of memory.',
  'no-such-slot': (file) => `Neither a passphrase nor a recovery key opens ${file}.`,
  'not-found': () => 'The entry is not there any more; something else has removed it.',
};

/** Does something with a vault file, and says its failures as they are meant in a terminal. */
export async function inTerminalWords<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    throw new RefusedError(SENTENCES[error.code]?.(file) ?? error.message);
  }
}

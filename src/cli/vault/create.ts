import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createBackup } from '../../lib/vault/backup.ts';
import { newContent } from '../../lib/vault/portable.ts';
import { RefusedError } from '../errors.ts';
import type { PassphraseSource } from '../passphrase.ts';
import { readPassphrase } from '../passphrase.ts';
import { deriveInNode } from './derive.ts';
import { withLock } from './lock.ts';
import { vaultPath } from './location.ts';
import type { VaultOptions } from './open.ts';
import { sourceOf } from './open.ts';
import { codeOf } from './read.ts';
import { inTerminalWords } from './words.ts';
import { replaceFile } from './write.ts';

/**
 * Makes an empty vault file and says where. An existing one is never replaced.
 *
 * @throws RefusedError
 */
export async function createVaultFile(options: VaultOptions): Promise<string> {
  const file = vaultPath(options.vault);
  await refuseExisting(file);
  const passphrase = await newPassphrase(sourceOf(options), file);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new RefusedError(`${path.dirname(file)} cannot be made (${codeOf(error)}).`);
  });
  const text = await inTerminalWords(file, async () =>
    createBackup(await newContent(passphrase, deriveInNode, Date.now())),
  );
  await withLock(file, async ({ confirm }) => {
    await refuseExisting(file);
    await replaceFile(file, text, confirm);
  });
  return file;
}

/** A passphrase that is set: typed twice, as nobody sees what they type. */
export async function newPassphrase(source: PassphraseSource, file: string): Promise<string> {
  const instead = 'Name a file that holds the passphrase: --vault-passphrase-file FILE';
  const passphrase = await readPassphrase(source, `New passphrase of ${file}: `, instead);
  const typed = source.file === undefined && source.fd === undefined;
  if (typed && (await readPassphrase({}, 'Once more: ', instead)) !== passphrase)
    throw new RefusedError('The two passphrases differ; nothing was changed.');
  return passphrase;
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new RefusedError(`There is a vault at ${file} already; it was not changed.`);
}

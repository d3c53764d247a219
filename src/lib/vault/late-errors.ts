import { VaultError } from './errors.ts';

/** The sentences that only code which is loaded on demand needs. */
const SENTENCES = {
  'wrong-passphrase': 'That passphrase does not open the vault. Check it and type it again.',
  'wrong-recovery-key': 'That recovery key does not open this vault. Check that it is the newest.',
  'mistyped-recovery-key':
    'The recovery key has a typing error. Compare it with the sheet, group by group.',
  'wrong-passkey': 'That passkey does not open the vault. Choose the one that was added to it.',
  'passphrase-too-short': 'The passphrase is too short. Use 8 characters or more.',
  'kdf-refused':
    'The key derivation asked for is outside what is safe, so nothing was tried. Somebody may have changed it; use a backup.',
  'kdf-failed':
    'The key could not be derived, most likely for lack of memory. Close other tabs and try again.',
  'no-such-slot': 'The vault cannot be unlocked that way. Choose another way.',
  'last-slot': 'This is the last way to unlock the vault. Add another one before you remove it.',
  'no-portable-slot':
    'Nothing would open the backup on another device. Set a passphrase or make a recovery key first.',
  'invalid-backup': 'This is not a backup of ours, or it is damaged. Choose another file.',
  'newer-backup':
    'A newer version of this site wrote the backup. Reload the page to get that version.',
  'changed-since':
    'An entry was changed since, so nothing was undone. Its history has the earlier version.',
  'passkey-unsupported':
    'This browser or passkey cannot unlock a vault (it lacks the PRF extension). Use a passphrase.',
  'passkey-unconfirmed':
    'The passkey gave another key the second time, so it was not added. Use a passphrase.',
  'passkey-declined': 'The passkey was not used: it was declined or took too long. Try again.',
} as const;

/** Codes of failures that can only happen in code which is loaded on demand. */
export type LateErrorCode = keyof typeof SENTENCES;

/** The error of a code, with its sentence. */
export function lateError(code: LateErrorCode, cause?: unknown): VaultError {
  return new VaultError(code, undefined, cause, SENTENCES[code]);
}

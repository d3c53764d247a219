import type { Entry } from './entry.ts';
import type { DeriveKey } from './kdf.ts';
import { lateError } from './late-errors.ts';

/** A backup that was opened. */
export interface OpenedBackup {
  /** Id of the vault that it was made from. */
  readonly vault: string;
  readonly revision: number;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  readonly entries: readonly Entry[];
}

/** Ways to open a backup. */
export type BackupSlotKind = 'passphrase' | 'recovery';

/** What opens a backup. */
export type BackupSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/**
 * What opens this backup, read from the file's text alone, so that the right thing is asked for.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`
 */
export function backupSlots(text: string): BackupSlotKind[] {
  void text;
  throw lateError('not-ready');
}

/**
 * Opens the text of a backup file.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`, `wrong-passphrase`,
 * `wrong-recovery-key`, `mistyped-recovery-key`, `no-such-slot`, `kdf-refused`,
 * `header-tampered`
 */
export function openBackup(
  text: string,
  secret: BackupSecret,
  derive: DeriveKey,
): Promise<OpenedBackup> {
  void [text, secret, derive];
  return Promise.reject(lateError('not-ready'));
}

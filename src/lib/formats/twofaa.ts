import type { BackupSecret, BackupSlotKind, OpenedBackup } from '../vault/backup.ts';
import { backupSlots, openBackup } from '../vault/backup.ts';
import { BACKUP_FORMAT } from '../vault/backup-format.ts';
import { VaultError } from '../vault/errors.ts';
import { recoveryKeyBytes } from '../vault/recovery-key.ts';
import type { Format, FormatFile, ReadTools } from './format.ts';
import { FormatError } from './format.ts';

const RECOVERY_CODES =
  'The backup also holds recovery codes, which stay in it. Restore it in the authenticator of the site to have them.';

/** Our own backup (`backup-format.ts`). */
export const twofaa: Format = {
  name: '2faa',
  title: 'a backup of 2FAA',
  recognizes: ({ text = '' }) =>
    new RegExp(`^\\s*\\{[^{]*"format"\\s*:\\s*"${BACKUP_FORMAT}"`).test(text),
  read: async (file, tools) => {
    const { entries, notes } = await openTwofaa(file, tools);
    return {
      entries: entries.map((incoming, index) => ({ index, incoming })),
      failed: [],
      notes: notes.length === 0 ? [] : [RECOVERY_CODES],
    };
  },
};

/**
 * Opens a backup with what the person has for it: a passphrase or a recovery key.
 *
 * @throws FormatError
 */
export async function openTwofaa(
  { text = '' }: FormatFile,
  { passphrase, derive }: ReadTools,
): Promise<OpenedBackup> {
  try {
    const kinds = backupSlots(text);
    return await openBackup(text, await backupSecret(kinds, await passphrase(kinds)), derive);
  } catch (error) {
    if (error instanceof VaultError) throw new FormatError(error.message);
    throw error;
  }
}

/** Takes what was typed for a recovery key where there is one and its check characters are right. */
export async function backupSecret(
  kinds: readonly BackupSlotKind[],
  typed: string,
): Promise<BackupSecret> {
  if (!kinds.includes('passphrase')) return { recoveryKey: typed };
  if (!kinds.includes('recovery')) return { passphrase: typed };
  return recoveryKeyBytes(typed).then(
    (bytes) => {
      bytes.fill(0);
      return { recoveryKey: typed };
    },
    () => ({ passphrase: typed }),
  );
}

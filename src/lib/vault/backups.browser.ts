import { createBackup, portableSlots } from './backup.ts';
import type { Entry } from './entry.ts';
import { VaultError } from './errors.ts';
import { lateError } from './late-errors.ts';
import { openNotes } from './note-records.ts';
import type { KeptNote } from './note.ts';
import { openEntries } from './records.ts';
import type { DrillReport } from './restore.ts';
import { drill, drillNotes } from './restore.ts';
import type { Session } from './session.browser.ts';

/** A backup to be saved as a file. */
export interface BackupFile {
  /** `2faa-backup-YYYY-MM-DD.json`, by the local date. */
  readonly name: string;
  readonly text: string;
  /** How many changes to entries it holds; for `backupSaved`. */
  readonly changes: number;
}

/** How the last backup stands to the vault. */
export interface BackupStatus {
  /** When a backup was last saved, in milliseconds since the Unix epoch. */
  readonly savedAt?: number | undefined;
  /** How many changes to entries were stored since (all there were, if there is no backup). */
  readonly changesSince: number;
  /** Whether a backup can be made: a passphrase or a recovery key exists. */
  readonly possible: boolean;
}

/**
 * All entries as the text of a backup file; `openBackup` reads it. Call `backupSaved`
 * once it is where the person wants it.
 *
 * @throws VaultError `no-portable-slot`
 */
export function backupFile(session: Session): Promise<BackupFile> {
  return session.read({ entries: 'all' }, async (current) => {
    if (current === undefined) throw lateError('no-portable-slot');
    if (session.problem) throw new VaultError(session.problem);
    const { header, slots, vaultKey } = current;
    const { kept: entries } = await openEntries(vaultKey, current.entries);
    const { kept: notes } = await openNotes(vaultKey, current.entries);
    const created = session.now();
    const { revision, changes = revision } = header;
    return {
      name: `2faa-backup-${localDate(created)}.json`,
      text: await createBackup({ vaultKey, revision, created, slots, entries, notes }),
      changes,
    };
  });
}

/** Notes that a backup made by `createBackup` was saved. */
export function backupSaved(session: Session, { changes }: BackupFile): Promise<void> {
  const backup = { savedAt: session.now(), changes };
  return session.write({}, () => ({ result: undefined, settings: { backup } }));
}

/** How the last backup stands to the vault; also of a locked one. */
export async function backupStatus(session: Session): Promise<BackupStatus> {
  const { header, slots = [] } = (await session.peek()) ?? {};
  const { revision = 0, changes = revision, backup } = header ?? {};
  return {
    savedAt: backup?.savedAt,
    changesSince: changes - (backup?.changes ?? 0),
    possible: portableSlots(slots).length > 0,
  };
}

/** The drill: whether what was read back from a backup is all that is in the vault. */
export function compareBackup(
  session: Session,
  entries: readonly Entry[],
  notes: readonly KeptNote[],
): Promise<DrillReport> {
  return session.read({ entries: 'all' }, async (current) => {
    const { vaultKey, entries: records } = current ?? { entries: [] };
    const here = vaultKey && (await openEntries(vaultKey, records)).kept;
    const notesHere = vaultKey && (await openNotes(vaultKey, records)).kept;
    return {
      ...drill(here?.map(({ entry }) => entry) ?? [], entries),
      notes: drillNotes(notesHere ?? [], notes),
    };
  });
}

/** `YYYY-MM-DD` where the person is. */
function localDate(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

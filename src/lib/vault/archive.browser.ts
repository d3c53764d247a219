import type { BackupFile, BackupStatus } from './backups.browser.ts';
import { backupFile, backupSaved, backupStatus, compareBackup } from './backups.browser.ts';
import type { Entry } from './entry.ts';
import { edit, type EntryEdit } from './entry-edit.ts';
import { merge } from './entry-merge.ts';
import { entryRecord } from './entry-records.ts';
import { find, type Outcome } from './entry-rules.ts';
import { VaultError } from './errors.ts';
import type { EntryVersion } from './history.browser.ts';
import { entryHistory, restoreVersion, undo } from './history.browser.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { KeptNote } from './note.ts';
import { VaultNotes } from './notes.browser.ts';
import { openEntries } from './records.ts';
import type { DrillReport, Incoming, RestoreChoice, RestorePlan } from './restore.ts';
import type { Restored } from './restoring.browser.ts';
import { planRestoring, restoreEntries } from './restoring.browser.ts';
import type { Session } from './session.browser.ts';
import type { UndoToken } from './undo.ts';
import { written } from './undo.ts';

/** What a change came to, and what takes it back. */
export interface Changed {
  readonly entry: Entry;
  readonly undo: UndoToken;
}

/**
 * What keeps entries from being lost (`Vault.archive`): earlier versions, backups, taking
 * entries in, and the changes that can be taken back in one go. All methods but
 * `backupStatus` throw `locked` while the vault is locked, and what a write can throw.
 */
export class VaultArchive {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Recovery codes, kept apart from the entries. */
  get notes(): VaultNotes {
    return new VaultNotes(this.#session);
  }

  /**
   * Earlier versions of an entry, of the last 30 days, the newest first. Those that
   * cannot be read are left out.
   */
  history(id: string): Promise<EntryVersion[]> {
    return entryHistory(this.#session, id);
  }

  /**
   * Makes an earlier version the current one, which itself becomes an earlier version. A
   * counter does not go back.
   *
   * @throws VaultError `not-found`, or why the version cannot be read
   */
  restoreVersion(id: string, version: number): Promise<Entry> {
    return restoreVersion(this.#session, id, version);
  }

  /**
   * All entries as the text of a backup file; `openBackup` reads it. Call `backupSaved`
   * once it is where the person wants it.
   *
   * @throws VaultError `no-portable-slot`
   */
  createBackup(): Promise<BackupFile> {
    return backupFile(this.#session);
  }

  /** Notes that a backup made by `createBackup` was saved. */
  backupSaved(file: BackupFile): Promise<void> {
    return backupSaved(this.#session, file);
  }

  /** How the last backup stands to the vault. */
  backupStatus(): Promise<BackupStatus> {
    return backupStatus(this.#session);
  }

  /**
   * Changes what a person may change about an entry (`entry-edit.ts`); what it was stays
   * in its history.
   *
   * @throws VaultError `not-found`, `invalid-entry`
   */
  edit(id: string, wanted: EntryEdit): Promise<Changed> {
    return this.#change({ id }, (found) => edit(find(found, id), wanted, this.#session.now()));
  }

  /**
   * Makes one entry of several that hold the same secret (`entry-merge.ts`); the others go
   * to the trash.
   *
   * @throws VaultError `not-found`, `invalid-entry` where the secrets are not the same
   */
  merge(id: string, others: readonly string[]): Promise<Changed> {
    return this.#change('all', (found) => merge(found, id, others, this.#session.now()));
  }

  /** The drill: whether what was read back from a backup is all that is in the vault. */
  compareBackup(entries: readonly Entry[], notes: readonly KeptNote[] = []): Promise<DrillReport> {
    return compareBackup(this.#session, entries, notes);
  }

  /** What restoring these entries would do; nothing is changed. */
  planRestore(incoming: readonly Incoming[]): Promise<RestorePlan> {
    return planRestoring(this.#session, incoming);
  }

  /**
   * Takes entries in, all or none. It decides again on the vault as it is now.
   *
   * @param choices by `RestoreItem.index`, for items that differ; without one, `both`
   * @param notes of the same backup; what is here already stays, codes that differ are added
   * @throws VaultError `invalid-entry`
   */
  restoreEntries(
    plan: RestorePlan,
    choices: ReadonlyMap<number, RestoreChoice> = new Map(),
    notes: readonly KeptNote[] = [],
  ): Promise<Restored> {
    return restoreEntries(this.#session, plan, choices, notes);
  }

  /**
   * Takes a restore or a change back, all of it or nothing: what was added goes (it stays
   * in history for 30 days), what was replaced is as before.
   *
   * @throws VaultError `changed-since`
   */
  undo(token: UndoToken): Promise<void> {
    return undo(this.#session, token);
  }

  #change(
    wanted: 'all' | { readonly id: string },
    rule: (found: readonly KeptEntry[]) => Outcome,
  ): Promise<Changed> {
    return this.#session.write({ entries: wanted }, async (current) => {
      const { kept, unreadable } = await openEntries(current.vaultKey, current.entries);
      const broken = wanted !== 'all' && unreadable[0];
      if (broken) throw new VaultError(broken.reason);
      const { result, changed } = rule(kept);
      const { records, undo } = written(
        changed.map((next) => entryRecord(next, current)),
        current,
      );
      return { result: { entry: result.entry, undo }, records };
    });
  }
}

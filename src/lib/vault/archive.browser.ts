import type { Entry } from './entry.ts';
import { lateError } from './late-errors.ts';
import type { DrillReport, Incoming, RestoreChoice, RestorePlan } from './restore.ts';
import type { Session } from './session.browser.ts';

/** An entry as it was. */
export interface EntryVersion {
  readonly version: number;
  readonly entry: Entry;
  /** When the next version took its place, in milliseconds since the Unix epoch. */
  readonly replacedAt: number;
}

/** A backup to be saved as a file. */
export interface BackupFile {
  /** `2faa-backup-YYYY-MM-DD.json`, by the local date. */
  readonly name: string;
  readonly text: string;
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

/** What a restore did, and what takes it back. */
export interface Restored {
  readonly added: number;
  readonly replaced: number;
  readonly undo: UndoToken;
}

/** Opaque; good for this vault, in any tab, for as long as history is kept. */
export interface UndoToken {
  readonly entries: readonly {
    readonly id: string;
    /** The version that the restore wrote, and the one before, unless there was none. */
    readonly version: number;
    readonly before: number | undefined;
  }[];
}

/**
 * What keeps entries from being lost (`Vault.archive`): earlier versions, backups, and
 * taking entries in. All methods but `backupStatus` throw `locked` while the vault is
 * locked, and what a write can throw.
 */
export class VaultArchive {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Earlier versions of an entry, of the last 30 days, the newest first. */
  history(id: string): Promise<EntryVersion[]> {
    return this.#todo(id);
  }

  /**
   * Makes an earlier version the current one, which itself becomes an earlier version. A
   * counter does not go back.
   *
   * @throws VaultError `not-found`
   */
  restoreVersion(id: string, version: number): Promise<Entry> {
    return this.#todo(id, version);
  }

  /**
   * All entries as the text of a backup file; `openBackup` reads it. Call `backupSaved`
   * once it is where the person wants it.
   *
   * @throws VaultError `no-portable-slot`
   */
  createBackup(): Promise<BackupFile> {
    return this.#todo();
  }

  /** Notes that a backup made by `createBackup` was saved. */
  backupSaved(file: BackupFile): Promise<void> {
    return this.#todo(file);
  }

  backupStatus(): Promise<BackupStatus> {
    return this.#todo();
  }

  /** The drill: whether `entries`, read back from a backup, are all that is in the vault. */
  compareBackup(entries: readonly Entry[]): Promise<DrillReport> {
    return this.#todo(entries);
  }

  /** What restoring these entries would do; nothing is changed. */
  planRestore(incoming: readonly Incoming[]): Promise<RestorePlan> {
    return this.#todo(incoming);
  }

  /**
   * Takes entries in, all or none. It decides again on the vault as it is now.
   *
   * @param choices by `RestoreItem.index`, for items that differ; without one, `both`
   */
  restoreEntries(
    plan: RestorePlan,
    choices?: ReadonlyMap<number, RestoreChoice>,
  ): Promise<Restored> {
    return this.#todo(plan, choices);
  }

  /**
   * Takes a restore back, all of it or nothing: what was added goes (it stays in history
   * for 30 days), what was replaced is as before.
   *
   * @throws VaultError `changed-since`
   */
  undo(token: UndoToken): Promise<void> {
    return this.#todo(token);
  }

  #todo(...unused: unknown[]): Promise<never> {
    void [this.#session, unused];
    return Promise.reject(lateError('not-ready'));
  }
}

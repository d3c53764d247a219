import { createBackup, portableSlots } from './backup.ts';
import type { Entry } from './entry.ts';
import { decodeEntry, encodeEntry } from './entry-bytes.ts';
import { edit, type EntryEdit } from './entry-edit.ts';
import { merge } from './entry-merge.ts';
import { find, laterCounter, type Outcome } from './entry-rules.ts';
import { VaultError, unreadableReason } from './errors.ts';
import type { KeptEntry } from './kept-entry.ts';
import { lateError } from './late-errors.ts';
import type { PlainRecord, SealedRecord, VaultKey } from './records.ts';
import type { KeptNote } from './note.ts';
import { noteOutcome } from './note-rules.ts';
import { noteRecord, openNotes, versionAfter } from './note-records.ts';
import { openEntries, openRecord } from './records.ts';
import type { DrillReport, Incoming, RestoreChoice, RestorePlan } from './restore.ts';
import { drill, drillNotes, planRestore, restoreOutcome } from './restore.ts';
import type { UndoToken } from './undo.ts';
import { versions, written } from './undo.ts';
import { VaultNotes } from './notes.browser.ts';
import type { Session, Unlocked } from './session.browser.ts';

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

/** What a restore did, and what takes it back. */
export interface Restored {
  readonly added: number;
  readonly replaced: number;
  /** Notes of recovery codes that were added or changed. */
  readonly notes: number;
  readonly undo: UndoToken;
}

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
    return this.#session.read({ history: [id] }, async (current) => {
      const versions: EntryVersion[] = [];
      for (const past of current?.history ?? []) {
        const { version, replacedAt } = past;
        const kept = current && (await readable(current.vaultKey, past));
        if (kept) versions.push({ version, entry: kept.entry, replacedAt });
      }
      return versions.sort((a, b) => b.version - a.version);
    });
  }

  /**
   * Makes an earlier version the current one, which itself becomes an earlier version. A
   * counter does not go back.
   *
   * @throws VaultError `not-found`, or why the version cannot be read
   */
  restoreVersion(id: string, version: number): Promise<Entry> {
    return this.#session.write({ entries: { id }, history: [id] }, async (current) => {
      const { vaultKey, entries, history } = current;
      const past = history.find((record) => record.version === version);
      if (past === undefined) throw new VaultError('not-found');
      const { entry, ...rest } = await openEntry(vaultKey, past);
      const now = entries[0] && (await readable(vaultKey, entries[0]));
      const otp = now ? laterCounter(entry.otp, now.entry.otp) : entry.otp;
      const next = { ...rest, entry: { ...entry, otp, updatedAt: this.#session.now() } };
      return { result: next.entry, records: [recordOf(next, current)] };
    });
  }

  /**
   * All entries as the text of a backup file; `openBackup` reads it. Call `backupSaved`
   * once it is where the person wants it.
   *
   * @throws VaultError `no-portable-slot`
   */
  createBackup(): Promise<BackupFile> {
    return this.#session.read({ entries: 'all' }, async (current) => {
      if (current === undefined) throw lateError('no-portable-slot');
      if (this.#session.problem) throw new VaultError(this.#session.problem);
      const { header, slots, vaultKey } = current;
      const { kept: entries } = await openEntries(vaultKey, current.entries);
      const { kept: notes } = await openNotes(vaultKey, current.entries);
      const created = this.#session.now();
      const { revision, changes = revision } = header;
      return {
        name: `2faa-backup-${localDate(created)}.json`,
        text: await createBackup({ vaultKey, revision, created, slots, entries, notes }),
        changes,
      };
    });
  }

  /** Notes that a backup made by `createBackup` was saved. */
  backupSaved({ changes }: BackupFile): Promise<void> {
    const backup = { savedAt: this.#session.now(), changes };
    return this.#session.write({}, () => ({ result: undefined, settings: { backup } }));
  }

  async backupStatus(): Promise<BackupStatus> {
    const { header, slots = [] } = (await this.#session.peek()) ?? {};
    const { revision = 0, changes = revision, backup } = header ?? {};
    return {
      savedAt: backup?.savedAt,
      changesSince: changes - (backup?.changes ?? 0),
      possible: portableSlots(slots).length > 0,
    };
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
    return this.#session.read({ entries: 'all' }, async (current) => {
      const { vaultKey, entries: records } = current ?? { entries: [] };
      const here = vaultKey && (await openEntries(vaultKey, records)).kept;
      const notesHere = vaultKey && (await openNotes(vaultKey, records)).kept;
      return {
        ...drill(here?.map(({ entry }) => entry) ?? [], entries),
        notes: drillNotes(notesHere ?? [], notes),
      };
    });
  }

  /** What restoring these entries would do; nothing is changed. */
  async planRestore(incoming: readonly Incoming[]): Promise<RestorePlan> {
    return planRestore(await this.#entries(), incoming);
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
    const incoming = plan.items.map((item) => item.incoming);
    const entryIds = incoming.flatMap((one) => ('id' in one ? [one.id] : []));
    const history = [...entryIds, ...notes.map(({ note }) => note.id)];
    return this.#session.write({ entries: 'all', history }, async (current) => {
      const { kept } = await openEntries(current.vaultKey, current.entries);
      const taken = new Set(current.entries.map(({ id }) => id));
      const { added, replaced, ids } = restoreOutcome(
        planRestore(
          kept.map(({ entry }) => entry),
          incoming,
        ),
        choices,
        (id) => taken.has(id),
        this.#session.now(),
      );
      const keptNotes = await openNotes(current.vaultKey, current.entries);
      const changedNotes = noteOutcome(keptNotes.kept, notes, ids, (id) => taken.has(id));
      const { records, undo } = written(
        [
          ...[...added, ...replaced].map((next) => recordOf(next, current)),
          ...changedNotes.map((next) => noteRecord(next, current)),
        ],
        current,
      );
      const counts = { added: added.length, replaced: replaced.length, notes: changedNotes.length };
      return { result: { ...counts, undo }, records };
    });
  }

  /**
   * Takes a restore or a change back, all of it or nothing: what was added goes (it stays
   * in history for 30 days), what was replaced is as before.
   *
   * @throws VaultError `changed-since`
   */
  undo({ entries: undone }: UndoToken): Promise<void> {
    const ids = undone.map(({ id }) => id);
    return this.#session.write({ entries: 'all', history: ids }, async (current) => {
      const now = versions(current.entries);
      const records: PlainRecord[] = [];
      const removed: string[] = [];
      for (const { id, version, before } of undone) {
        if (now.get(id) !== version) throw lateError('changed-since');
        const past = current.history.find((one) => one.id === id && one.version === before);
        if (before === undefined) removed.push(id);
        else if (past === undefined) throw lateError('changed-since');
        else records.push(await asItWas(past, current));
      }
      return { result: undefined, records, removed };
    });
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
        changed.map((next) => recordOf(next, current)),
        current,
      );
      return { result: { entry: result.entry, undo }, records };
    });
  }

  #entries(): Promise<Entry[]> {
    return this.#session.read({ entries: 'all' }, async (current) => {
      if (current === undefined) return [];
      const { kept } = await openEntries(current.vaultKey, current.entries);
      return kept.map(({ entry }) => entry);
    });
  }
}

/** The record of an entry's new state. */
function recordOf(next: KeptEntry, current: Unlocked): PlainRecord {
  const { id } = next.entry;
  return { kind: 'entry', id, version: versionAfter(id, current), bytes: encodeEntry(next) };
}

/** An earlier version, of whatever kind, as the newest one. */
async function asItWas(past: SealedRecord, current: Unlocked): Promise<PlainRecord> {
  const { id, kind = 'entry' } = past;
  const bytes = await openRecord(current.vaultKey, kind, past, (plain) => plain.slice());
  return { kind, id, version: versionAfter(id, current), bytes };
}

function openEntry(key: VaultKey, record: SealedRecord): Promise<KeptEntry> {
  return openRecord(key, 'entry', record, (bytes) => decodeEntry(record.id, bytes));
}

async function readable(key: VaultKey, record: SealedRecord): Promise<KeptEntry | undefined> {
  try {
    return await openEntry(key, record);
  } catch (error) {
    if (unreadableReason(error) === undefined) throw error;
    return undefined;
  }
}

/** `YYYY-MM-DD` where the person is. */
function localDate(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

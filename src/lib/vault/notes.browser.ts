import { VaultError, unreadableReason } from './errors.ts';
import type { KeptNote, RecoveryNote } from './note.ts';
import { findNote, noteRecord, openNote, openNotes } from './note-records.ts';
import { inTrash, outOfTrash, withCodes, withUsed } from './note-rules.ts';
import type { Unreadable } from './records.ts';
import type { Session } from './session.browser.ts';
import type { UndoToken } from './undo.ts';
import { written } from './undo.ts';
import { KEPT_FOR } from './writes.browser.ts';

/** A note after a change, and what takes that back (`VaultArchive.undo`). */
export interface ChangedNote {
  readonly note: RecoveryNote;
  readonly undo: UndoToken;
}

/** A note as it was. */
export interface NoteVersion {
  readonly version: number;
  readonly note: RecoveryNote;
  /** When the next version took its place, in milliseconds since the Unix epoch. */
  readonly replacedAt: number;
}

/**
 * The recovery codes in the vault (`VaultArchive.notes`): records of their own beside the
 * entries, sealed, kept in history and backups as these are. All methods throw `locked`
 * while the vault is locked, and what a write can throw.
 */
export class VaultNotes {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** All notes, the newest first, those in the trash included, and what cannot be read. */
  async list(): Promise<{ notes: RecoveryNote[]; unreadable: Unreadable[] }> {
    return this.#session.read({ entries: 'all' }, async (current) => {
      if (current === undefined) return { notes: [], unreadable: [] };
      const { kept, unreadable } = await openNotes(current.vaultKey, current.entries);
      const notes = kept.map(({ note }) => note).sort((a, b) => b.createdAt - a.createdAt);
      return { notes, unreadable };
    });
  }

  /** Keeps codes for an entry, in a new note. */
  async add(entry: string, label: string, codes: readonly string[]): Promise<ChangedNote> {
    const now = this.#session.now();
    const note: RecoveryNote = {
      id: crypto.randomUUID(),
      entry,
      label,
      codes: codes.map((text) => ({ text })),
      createdAt: now,
      updatedAt: now,
    };
    return this.#write(note.id, () => ({ note }));
  }

  /** Sets the codes anew; those that stay keep their marks. */
  setCodes(id: string, codes: readonly string[]): Promise<ChangedNote> {
    return this.#change(id, (kept, now) => withCodes(kept, codes, now));
  }

  /** Marks a code as used, or as good after all. */
  setUsed(id: string, code: string, used: boolean): Promise<ChangedNote> {
    return this.#change(id, (kept, now) => withUsed(kept, code, used, now));
  }

  /** Puts a note in the trash, where it stays for 30 days. */
  trash(id: string): Promise<ChangedNote> {
    return this.#change(id, inTrash);
  }

  untrash(id: string): Promise<ChangedNote> {
    return this.#change(id, outOfTrash);
  }

  /** Earlier versions of the last 30 days, the newest first; those that cannot be read are left out. */
  history(id: string): Promise<NoteVersion[]> {
    return this.#session.read({ history: [id] }, async (current) => {
      const versions: NoteVersion[] = [];
      for (const past of current?.history ?? []) {
        const { version, replacedAt } = past;
        try {
          const kept = current && (await openNote(current.vaultKey, past));
          if (kept) versions.push({ version, note: kept.note, replacedAt });
        } catch (error) {
          if (unreadableReason(error) === undefined) throw error;
        }
      }
      return versions.sort((a, b) => b.version - a.version);
    });
  }

  /** Makes an earlier version the current one, which itself becomes an earlier version. */
  restoreVersion(id: string, version: number): Promise<ChangedNote> {
    return this.#session.write({ entries: 'all', history: [id] }, async (current) => {
      const past = current.history.find((record) => record.version === version);
      if (past === undefined) throw new VaultError('not-found');
      const { note, ...rest } = await openNote(current.vaultKey, past);
      const next = { ...rest, note: { ...note, updatedAt: this.#session.now() } };
      return changed(next, written([noteRecord(next, current)], current));
    });
  }

  #change(id: string, rule: (kept: KeptNote, now: number) => KeptNote): Promise<ChangedNote> {
    return this.#write(id, (found) => rule(findNote(found, id), this.#session.now()));
  }

  #write(
    id: string,
    rule: (found: Awaited<ReturnType<typeof openNotes>>) => KeptNote,
  ): Promise<ChangedNote> {
    return this.#session.write({ entries: 'all', history: [id] }, async (current) => {
      const found = await openNotes(current.vaultKey, current.entries);
      const next = rule(found);
      const since = this.#session.now() - KEPT_FOR;
      const purged = found.kept
        .filter(({ note: { deletedAt = since } }) => deletedAt < since)
        .map(({ note }) => note.id)
        .filter((old) => old !== id);
      return { ...changed(next, written([noteRecord(next, current)], current)), purged };
    });
  }
}

function changed({ note }: KeptNote, { records, undo }: ReturnType<typeof written>) {
  return { result: { note, undo }, records };
}

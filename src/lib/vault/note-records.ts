import { VaultError, unreadableReason } from './errors.ts';
import { decodeNote, encodeNote } from './note-bytes.ts';
import type { KeptNote } from './note.ts';
import type { PlainRecord, SealedRecord, Unreadable, VaultKey } from './records.ts';
import { openRecord } from './records.ts';

/** The records of the vault that a new version must come after. */
interface Stored {
  readonly entries: readonly SealedRecord[];
  readonly history: readonly SealedRecord[];
}

/** A version higher than any that a record had. */
export function versionAfter(id: string, { entries, history }: Stored): number {
  const earlier = [...entries, ...history].filter((record) => record.id === id);
  return Math.max(0, ...earlier.map((record) => record.version)) + 1;
}

/** The record of a note's new state. */
export function noteRecord(next: KeptNote, current: Stored): PlainRecord {
  const { id } = next.note;
  return { kind: 'note', id, version: versionAfter(id, current), bytes: encodeNote(next) };
}

export function openNote(key: VaultKey, record: SealedRecord): Promise<KeptNote> {
  return openRecord(key, 'note', record, (bytes) => decodeNote(record.id, bytes));
}

/** Opens the notes among the records; what cannot be read is named instead of stopping the rest. */
export async function openNotes(
  vaultKey: VaultKey,
  records: readonly SealedRecord[],
): Promise<{ kept: KeptNote[]; unreadable: Unreadable[] }> {
  const kept: KeptNote[] = [];
  const unreadable: Unreadable[] = [];
  for (const record of records.filter(({ kind }) => kind === 'note')) {
    try {
      kept.push(await openNote(vaultKey, record));
    } catch (error) {
      const reason = unreadableReason(error);
      if (reason === undefined) throw error;
      unreadable.push({ id: record.id, reason });
    }
  }
  return { kept, unreadable };
}

/** The note with this id, or why there is none. */
export function findNote(
  { kept, unreadable }: Awaited<ReturnType<typeof openNotes>>,
  id: string,
): KeptNote {
  const found = kept.find(({ note }) => note.id === id);
  if (found !== undefined) return found;
  throw new VaultError(unreadable.find((one) => one.id === id)?.reason ?? 'not-found');
}

import { decodeEntry, encodeEntry } from './entry-bytes.ts';
import { unreadableReason } from './errors.ts';
import type { KeptEntry } from './kept-entry.ts';
import { versionAfter } from './note-records.ts';
import type { PlainRecord, SealedRecord, VaultKey } from './records.ts';
import { openRecord } from './records.ts';

/** The record of an entry's new state. */
export function entryRecord(
  next: KeptEntry,
  current: Parameters<typeof versionAfter>[1],
): PlainRecord {
  const { id } = next.entry;
  return { kind: 'entry', id, version: versionAfter(id, current), bytes: encodeEntry(next) };
}

/** @throws VaultError why it cannot be read */
export function openEntry(key: VaultKey, record: SealedRecord): Promise<KeptEntry> {
  return openRecord(key, 'entry', record, (bytes) => decodeEntry(record.id, bytes));
}

/** An entry, or undefined where its record cannot be read. */
export async function readable(
  key: VaultKey,
  record: SealedRecord,
): Promise<KeptEntry | undefined> {
  try {
    return await openEntry(key, record);
  } catch (error) {
    if (unreadableReason(error) === undefined) throw error;
    return undefined;
  }
}

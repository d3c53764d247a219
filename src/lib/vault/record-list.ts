import { decodeEntry, encodeEntry } from './entry-bytes.ts';
import type { KeptEntry } from './kept-entry.ts';
import { unreadableReason } from './errors.ts';
import { lateError } from './late-errors.ts';
import { decodeNote, encodeNote } from './note-bytes.ts';
import type { KeptNote } from './note.ts';

/**
 * Entries one after the other, each as its id and its bytes (`encodeEntry`), both behind
 * their length in four bytes (big-endian). The caller wipes the result.
 */
export function encodeEntries(entries: readonly KeptEntry[]): Uint8Array<ArrayBuffer> {
  return encodeList(entries.map((kept) => ({ id: kept.entry.id, bytes: encodeEntry(kept) })));
}

/** Notes in the same way, each as its id and its bytes (`encodeNote`). */
export function encodeNotes(notes: readonly KeptNote[]): Uint8Array<ArrayBuffer> {
  return encodeList(notes.map((kept) => ({ id: kept.note.id, bytes: encodeNote(kept) })));
}

function encodeList(
  records: readonly { readonly id: string; readonly bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const parts = records.flatMap(({ id, bytes }) => [new TextEncoder().encode(id), bytes]);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
    part.fill(0);
  }
  return bytes;
}

/**
 * Reads what `encodeEntries` wrote. The secrets are copies: the caller can wipe `bytes`.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`
 */
export function decodeEntries(bytes: Uint8Array<ArrayBuffer>): KeptEntry[] {
  return decodeList(bytes, decodeEntry);
}

/** Reads what `encodeNotes` wrote, with the same errors. */
export function decodeNotes(bytes: Uint8Array<ArrayBuffer>): KeptNote[] {
  return decodeList(bytes, decodeNote);
}

function decodeList<T>(
  bytes: Uint8Array<ArrayBuffer>,
  decode: (id: string, bytes: Uint8Array<ArrayBuffer>) => T,
): T[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: T[] = [];
  let at = 0;
  const next = (): Uint8Array<ArrayBuffer> => {
    const start = at + 4;
    at = start + view.getUint32(at);
    if (at > bytes.length) throw new RangeError('A length goes beyond the end');
    return bytes.subarray(start, at);
  };
  try {
    while (at < bytes.length) {
      const id = new TextDecoder('utf-8', { fatal: true }).decode(next());
      records.push(decode(id, next()));
    }
  } catch (error) {
    throw lateError(unreadableReason(error) === 'newer-record' ? 'newer-backup' : 'invalid-backup');
  }
  return records;
}

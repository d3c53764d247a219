import { decodeEntry, encodeEntry } from './entry-bytes.ts';
import type { KeptEntry } from './kept-entry.ts';
import { unreadableReason } from './errors.ts';
import { lateError } from './late-errors.ts';

/**
 * Entries one after the other, each as its id and its bytes (`encodeEntry`), both behind
 * their length in four bytes (big-endian). The caller wipes the result.
 */
export function encodeEntries(entries: readonly KeptEntry[]): Uint8Array<ArrayBuffer> {
  const parts = entries.flatMap((kept) => [
    new TextEncoder().encode(kept.entry.id),
    encodeEntry(kept),
  ]);
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: KeptEntry[] = [];
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
      entries.push(decodeEntry(id, next()));
    }
  } catch (error) {
    throw lateError(unreadableReason(error) === 'newer-record' ? 'newer-backup' : 'invalid-backup');
  }
  return entries;
}

import { decodeEntry } from './entry-bytes.ts';
import type { UnreadableReason } from './errors.ts';
import { unreadableReason } from './errors.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { Sealed } from './seal.ts';
import { open, seal } from './seal.ts';

/** What the vault seals; part of a record's place. */
export type RecordKind = 'entry' | 'note' | 'walk' | 'code-settings';

/** What is sealed, at rest. The id of a walk is its guide’s slug; the settings have their own. */
export interface SealedRecord extends Sealed {
  readonly id: string;
  readonly version: number;
  /** Notes say so, as they lie among the entries; a false one does not open. */
  readonly kind?: 'note';
}

/** A record about to be sealed. */
export interface PlainRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The open data key and the id of the vault that it belongs to. */
export interface VaultKey {
  readonly vault: string;
  readonly key: CryptoKey;
}

/** A record that stays where it is because it cannot be read. */
export interface Unreadable {
  readonly id: string;
  readonly reason: UnreadableReason;
}

/** Seals a record for its place. The caller wipes the bytes, when no further try needs them. */
export async function sealRecord(
  { key, vault }: VaultKey,
  { kind, id, version, bytes }: PlainRecord,
): Promise<SealedRecord> {
  const mark = kind === 'note' && { kind };
  return { id, version, ...mark, ...(await seal(key, { vault, kind, id, version }, bytes)) };
}

/**
 * Opens a record and reads it with `decode`; the plaintext is wiped afterwards.
 *
 * @throws VaultError `tampered`, `newer-record` or what `decode` throws
 */
export async function openRecord<T>(
  { key, vault }: VaultKey,
  kind: RecordKind,
  record: SealedRecord,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T,
): Promise<T> {
  const { id, version } = record;
  const bytes = await open(key, { vault, kind, id, version }, record);
  try {
    return decode(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** Opens the entries among the records; what cannot be read is named instead of stopping the rest. */
export async function openEntries(
  vaultKey: VaultKey,
  records: readonly SealedRecord[],
): Promise<{ kept: KeptEntry[]; unreadable: Unreadable[] }> {
  const kept: KeptEntry[] = [];
  const unreadable: Unreadable[] = [];
  const one = async (record: SealedRecord): Promise<void> => {
    const { id } = record;
    try {
      kept.push(await openRecord(vaultKey, 'entry', record, (bytes) => decodeEntry(id, bytes)));
    } catch (error) {
      const reason = unreadableReason(error);
      if (reason === undefined) throw error;
      unreadable.push({ id, reason });
    }
  };
  await Promise.all(records.filter(({ kind }) => kind !== 'note').map(one));
  return { kept, unreadable };
}

/** A stored version may be anything: where it makes no sense, counting starts again. */
export function nextVersion(stored: number | undefined): number {
  const next = (stored ?? 0) + 1;
  return Number.isSafeInteger(next) && next > 0 ? next : 1;
}

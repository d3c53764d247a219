import type { DeviceKey } from './device-slot.browser.ts';
import { VaultError } from './errors.ts';
import type { Header } from './header.ts';
import { SCHEMA } from './header.ts';
import type { SealedRecord } from './records.ts';
import type { SlotRecord } from './slot.ts';
import type { PastRecord, VaultDatabase } from './store.browser.ts';
import { STORES } from './store.browser.ts';

const HEADER = 'header';

/** Which records to read: all entries, one, or none; the walk of a guide; what an entry was. */
export interface Wanted {
  readonly entries?: 'all' | { readonly id: string };
  readonly walk?: string;
  /** Earlier versions of these entries. */
  readonly history?: readonly string[];
}

/** The vault at one moment, still sealed. */
export interface Snapshot {
  /** A newer version of this code wrote it: it may be read, not changed. */
  readonly newer: boolean;
  readonly header: Header;
  readonly slots: readonly SlotRecord[];
  readonly deviceKeys: readonly DeviceKey[];
  readonly entries: readonly SealedRecord[];
  readonly history: readonly PastRecord[];
  readonly walk: SealedRecord | undefined;
}

/** What one change stores and removes. */
export interface Writes {
  readonly header: Header;
  readonly slots: readonly SlotRecord[];
  readonly deviceKeys: readonly DeviceKey[];
  readonly entries: readonly SealedRecord[];
  readonly walks: readonly SealedRecord[];
  readonly history: readonly PastRecord[];
  /** Ids of slots; their device keys go with them. */
  readonly removedSlots: readonly string[];
  /** Ids of entries. */
  readonly removedEntries: readonly string[];
  /** Ids of entries whose earlier versions go too. */
  readonly forgotten: readonly string[];
  /** Earlier versions that were replaced before this moment go too. */
  readonly historySince: number;
}

/** Reads in one transaction; undefined while there is no vault. */
export async function readSnapshot(
  database: VaultDatabase,
  { entries, walk, history = [] }: Wanted,
): Promise<Snapshot | undefined> {
  const transaction = database.transaction(STORES);
  const stored = transaction.objectStore('entries');
  const past = transaction.objectStore('history');
  const [header, slots, deviceKeys, records, walkRecord, versions] = await Promise.all([
    transaction.objectStore('meta').get(HEADER),
    transaction.objectStore('slots').getAll(),
    transaction.objectStore('device-keys').getAll(),
    entries === undefined ? [] : stored.getAll(entries === 'all' ? undefined : entries.id),
    walk === undefined ? undefined : transaction.objectStore('walks').get(walk),
    Promise.all(history.map((id) => past.getAll(versionsOf(id)))),
    transaction.done,
  ]);
  return (
    header && {
      newer: database.version > SCHEMA || header.schema > SCHEMA,
      header,
      slots,
      deviceKeys,
      entries: records,
      history: versions.flat(),
      walk: walkRecord,
    }
  );
}

/**
 * Stores a change, all of it or nothing, if the vault still is at the revision that the
 * change was made from (`from` undefined: if there still is no vault). Answers false
 * when another writer came first. No encryption happens in here: waiting for it would
 * end the transaction.
 *
 * @throws VaultError `newer-schema`
 */
export async function commit(
  database: VaultDatabase,
  from: Header | undefined,
  writes: Writes,
): Promise<boolean> {
  if (database.version > SCHEMA) throw new VaultError('newer-schema');
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => undefined);
  const meta = transaction.objectStore('meta');
  const history = transaction.objectStore('history');
  const [header, outdated] = await Promise.all([
    meta.get(HEADER),
    history.index('replacedAt').getAllKeys(IDBKeyRange.upperBound(writes.historySince, true)),
  ]);
  if (header?.id !== from?.id || header?.revision !== from?.revision) {
    await transaction.done;
    return false;
  }
  const requests: Promise<unknown>[] = [];
  const request = (promise: Promise<unknown>): void => {
    promise.catch(() => undefined);
    requests.push(promise);
  };
  const slots = transaction.objectStore('slots');
  const deviceKeys = transaction.objectStore('device-keys');
  const entries = transaction.objectStore('entries');
  try {
    request(meta.put(writes.header, HEADER));
    for (const slot of writes.slots) request(slots.put(slot));
    for (const key of writes.deviceKeys) request(deviceKeys.put(key));
    for (const entry of writes.entries) request(entries.put(entry));
    for (const walk of writes.walks) request(transaction.objectStore('walks').put(walk));
    for (const past of writes.history) request(history.put(past));
    for (const id of writes.removedSlots) {
      request(slots.delete(id));
      request(deviceKeys.delete(id));
    }
    for (const id of writes.removedEntries) request(entries.delete(id));
    for (const id of writes.forgotten) request(history.delete(versionsOf(id)));
    for (const key of outdated) request(history.delete(key));
    await Promise.all([...requests, transaction.done]);
  } catch (error) {
    abort(transaction);
    throw error;
  }
  return true;
}

/** The keys of an entry's earlier versions: an array sorts after every number. */
function versionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** What cannot be stored throws before the browser knows of it: without this the rest would stay. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has already ended by itself.
  }
}

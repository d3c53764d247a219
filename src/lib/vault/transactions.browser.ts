import type { DeviceKey } from './device-slot.browser.ts';
import type { Header } from './header.ts';
import type { SealedRecord } from './records.ts';
import type { SlotRecord } from './slot.ts';
import type { VaultDatabase } from './store.browser.ts';

const STORES = ['meta', 'slots', 'device-keys', 'entries', 'walks'] as const;
const HEADER = 'header';

/** Which records to read: all entries, one, or none; the walk of a guide. */
export interface Wanted {
  readonly entries?: 'all' | { readonly id: string };
  readonly walk?: string;
}

/** The vault at one moment, still sealed. */
export interface Snapshot {
  readonly header: Header;
  readonly slots: readonly SlotRecord[];
  readonly deviceKeys: readonly DeviceKey[];
  readonly entries: readonly SealedRecord[];
  readonly walk: SealedRecord | undefined;
}

/** What one change stores. */
export interface Writes {
  readonly header: Header;
  readonly slots: readonly SlotRecord[];
  readonly deviceKeys: readonly DeviceKey[];
  readonly entries: readonly SealedRecord[];
  readonly walks: readonly SealedRecord[];
}

/** Reads in one transaction; undefined while there is no vault. */
export async function readSnapshot(
  database: VaultDatabase,
  { entries, walk }: Wanted,
): Promise<Snapshot | undefined> {
  const transaction = database.transaction(STORES);
  const stored = transaction.objectStore('entries');
  const [header, slots, deviceKeys, records, walkRecord] = await Promise.all([
    transaction.objectStore('meta').get(HEADER),
    transaction.objectStore('slots').getAll(),
    transaction.objectStore('device-keys').getAll(),
    entries === undefined ? [] : stored.getAll(entries === 'all' ? undefined : entries.id),
    walk === undefined ? undefined : transaction.objectStore('walks').get(walk),
    transaction.done,
  ]);
  return header && { header, slots, deviceKeys, entries: records, walk: walkRecord };
}

/**
 * Stores a change, all of it or nothing, if the vault still is at the revision that the
 * change was made from (`from` undefined: if there still is no vault). Answers false
 * when another writer came first. No encryption happens in here: waiting for it would
 * end the transaction.
 */
export async function commit(
  database: VaultDatabase,
  from: Header | undefined,
  writes: Writes,
): Promise<boolean> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  transaction.done.catch(() => undefined);
  const meta = transaction.objectStore('meta');
  const header = await meta.get(HEADER);
  if (header?.id !== from?.id || header?.revision !== from?.revision) {
    await transaction.done;
    return false;
  }
  const requests: Promise<unknown>[] = [];
  const request = (promise: Promise<unknown>): void => {
    promise.catch(() => undefined);
    requests.push(promise);
  };
  try {
    request(meta.put(writes.header, HEADER));
    for (const slot of writes.slots) request(transaction.objectStore('slots').put(slot));
    for (const key of writes.deviceKeys) request(transaction.objectStore('device-keys').put(key));
    for (const entry of writes.entries) request(transaction.objectStore('entries').put(entry));
    for (const walk of writes.walks) request(transaction.objectStore('walks').put(walk));
    await Promise.all([...requests, transaction.done]);
  } catch (error) {
    abort(transaction);
    throw error;
  }
  return true;
}

/** What cannot be stored throws before the browser knows of it: without this the rest would stay. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has already ended by itself.
  }
}

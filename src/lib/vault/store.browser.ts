import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { openDB } from 'idb';
import type { DeviceKey } from './device-slot.browser.ts';
import { VaultError } from './errors.ts';
import type { Header } from './header.ts';
import { SCHEMA } from './header.ts';
import { platform } from './platform.browser.ts';
import type { SealedRecord } from './records.ts';
import type { SlotRecord } from './slot.ts';
import { errorName, storageError } from './storage-error.browser.ts';

/** Name of the database, and the beginning of the names of its lock and channel. */
export const DATABASE = '2faa';

/** How long an open waits for a tab with an older version to let go, in milliseconds. */
const UPGRADE_PATIENCE = 3000;

/** An entry as it was; sealed for the same place with its own version. */
export interface PastRecord extends SealedRecord {
  /** When the next version took its place, in milliseconds since the Unix epoch. */
  readonly replacedAt: number;
}

/**
 * The object stores. `entries` holds entries and notes, `meta` holds one value, the header; `earlier` the header and slots
 * of earlier schemas, as they were.
 */
interface VaultSchema extends DBSchema {
  meta: { key: string; value: Header };
  slots: { key: string; value: SlotRecord };
  'device-keys': { key: string; value: DeviceKey };
  entries: { key: string; value: SealedRecord };
  walks: { key: string; value: SealedRecord };
  history: { key: [string, number]; value: PastRecord; indexes: { replacedAt: number } };
  earlier: { key: number; value: { readonly header: unknown; readonly slots: unknown } };
}

/** The stores that reading and writing need. */
export const STORES = ['meta', 'slots', 'device-keys', 'entries', 'walks', 'history'] as const;

export type VaultDatabase = IDBPDatabase<VaultSchema>;

type Upgrade = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'versionchange'>;

export interface OpenStore {
  readonly name: string;
  /** Whether a database that does not exist is made; otherwise the answer is undefined. */
  readonly create: boolean;
  /** Called when the browser or another tab ended the connection. */
  readonly onLost: () => void;
  readonly version?: number;
}

/**
 * Opens the database. One that a newer version of this code made is opened as it is, to
 * be read: its `version` is over `SCHEMA`.
 *
 * @throws VaultError `newer-schema` where ours cannot even be looked for in it, `upgrade-blocked`, `quota-exceeded` or
 * `storage-unavailable`; nothing was changed.
 */
export async function openStore(options: OpenStore): Promise<VaultDatabase | undefined> {
  const { name, create } = options;
  try {
    if (platform.indexedDB == null) throw new VaultError('storage-unavailable', 'absent');
    return create || (await mayExist(platform.indexedDB, name))
      ? await connect(options).catch((error: unknown) => connectToNewer(options, error))
      : undefined;
  } catch (error) {
    throw openError(error);
  }
}

/** Engines that cannot list databases get the answer by opening one and taking it back. */
async function mayExist(factory: Partial<IDBFactory>, name: string): Promise<boolean> {
  if (factory.databases === undefined) return true;
  const databases = await factory.databases();
  return databases.some((database) => database.name === name);
}

function connect({
  name,
  create,
  onLost,
  version = SCHEMA,
}: OpenStore): Promise<VaultDatabase | undefined> {
  return new Promise((resolve, reject) => {
    let absent = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const opening = openDB<VaultSchema>(name, version, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        transaction.done.catch(() => undefined);
        absent = oldVersion === 0 && !create;
        if (absent) transaction.abort();
        else upgrade(database, oldVersion, transaction);
      },
      blocked() {
        timer = setTimeout(() => {
          reject(new VaultError('upgrade-blocked'));
          opening.then(
            (late) => {
              late.close();
            },
            () => undefined,
          );
        }, UPGRADE_PATIENCE);
      },
      blocking(_current, _next, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    opening
      .then(resolve, (error: unknown) => {
        if (absent) resolve(undefined);
        else reject(openError(error));
      })
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/** Opens what `connect` found to be newer, if it still has the stores that we know. */
async function connectToNewer({ name, onLost }: OpenStore, why: unknown): Promise<VaultDatabase> {
  if (!(why instanceof VaultError && why.code === 'newer-schema')) throw why;
  const database = await openDB<VaultSchema>(name, undefined, {
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  if (STORES.every((store) => database.objectStoreNames.contains(store))) return database;
  database.close();
  throw why;
}

function openError(error: unknown): VaultError {
  // Some private modes refuse to open anything by this name.
  return errorName(error) === 'InvalidStateError'
    ? new VaultError('storage-unavailable', 'denied', error)
    : storageError(error);
}

/** Brings the stores from `oldVersion` to `SCHEMA`: copies and adds, and never removes. */
function upgrade(database: VaultDatabase, oldVersion: number, transaction: Upgrade): void {
  if (oldVersion < 1) {
    database.createObjectStore('meta');
    database.createObjectStore('slots', { keyPath: 'id' });
    database.createObjectStore('device-keys', { keyPath: 'id' });
    database.createObjectStore('entries', { keyPath: 'id' });
    database.createObjectStore('walks', { keyPath: 'id' });
  }
  if (oldVersion < 2) {
    database
      .createObjectStore('history', { keyPath: ['id', 'version'] })
      .createIndex('replacedAt', 'replacedAt');
    database.createObjectStore('earlier');
  }
  // The header becomes one of schema 2 with the next change, which has the key for its MAC.
  if (oldVersion === 1) void keepEarlier(transaction, oldVersion).catch(() => undefined);
}

async function keepEarlier(transaction: Upgrade, schema: number): Promise<void> {
  const [header, slots] = await Promise.all([
    transaction.objectStore('meta').get('header'),
    transaction.objectStore('slots').getAll(),
  ]);
  await transaction.objectStore('earlier').put({ header, slots }, schema);
}

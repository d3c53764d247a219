import 'fake-indexeddb/auto';
import { createHash, randomBytes } from 'node:crypto';
import { afterEach } from 'vitest';
import type { VaultAccess } from '../../../src/lib/vault/access.browser.ts';
import type { EntryDraft } from '../../../src/lib/vault/entry.ts';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import type { Vault } from '../../../src/lib/vault/vault.browser.ts';
import { openVault } from '../../../src/lib/vault/vault.browser.ts';

const opened: Vault[] = [];
let count = 0;

afterEach(() => {
  for (const vault of opened.splice(0)) vault.close();
});

/** A database name that no other test uses. */
export function freshName(): string {
  count += 1;
  return `vault-test-${count}`;
}

/** Opens a vault that is closed after the test. */
export async function opens(database: string, now?: () => number): Promise<Vault> {
  const vault = await openVault(now === undefined ? { database } : { database, now });
  opened.push(vault);
  return vault;
}

/** Stands in for Argon2id, which takes a third of a second: every input counts. */
export const quickDerive: DeriveKey = (passphrase, parameters) => {
  const { memoryKiB, iterations, parallelism, salt } = parameters;
  const hash = createHash('sha256').update(salt);
  hash.update(`${memoryKiB},${iterations},${parallelism},`).update(passphrase);
  return Promise.resolve(new Uint8Array(hash.digest()));
};

export const PASSPHRASE = 'correct horse battery';

/** A vault that a passphrase alone opens, with one entry in it. */
export async function protectedVault(now?: () => number) {
  const name = freshName();
  const vault = await opens(name, now);
  const entry = await vault.capture(draft());
  const access = await vault.access(quickDerive);
  await access.setPassphrase(PASSPHRASE, { retireDevice: true });
  return { name, vault, access, entry };
}

/** A reload: another page's vault and its ways to unlock. */
export async function reloaded(
  name: string,
  now?: () => number,
): Promise<{ vault: Vault; access: VaultAccess }> {
  const vault = await opens(name, now);
  return { vault, access: await vault.access(quickDerive) };
}

/** A clock that goes on by a second each time that it is read. */
export function ticking(start = 1_800_000_000_000): () => number {
  let now = start;
  return () => (now += 1000);
}

export function bytes(length = 20): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(length));
}

/** A TOTP draft with a random secret; the label is always the same. */
export function draft(
  changes: Partial<EntryDraft> & { account?: string; secret?: Uint8Array<ArrayBuffer> } = {},
): EntryDraft {
  const { account = 'root@123456789012', secret = bytes(), ...rest } = changes;
  return {
    otp: {
      type: 'totp',
      issuer: 'Amazon Web Services',
      account,
      secret,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    },
    ...rest,
  };
}

export type StoreName =
  'meta' | 'slots' | 'device-keys' | 'entries' | 'walks' | 'history' | 'earlier' | 'seen';

/** A record as it is stored, seen without the code under test. */
export interface RawRecord {
  id: string;
  version: number;
  schema: number;
  nonce: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
}

/** Runs one transaction on the database behind the vault's back. */
export async function raw(
  name: string,
  store: StoreName,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await rawOpen(name);
  const transaction = database.transaction(store, 'readwrite');
  const result: unknown = await settled(work(transaction.objectStore(store)));
  database.close();
  return result;
}

export function rawOpen(name: string, version?: number): Promise<IDBDatabase> {
  return settled(indexedDB.open(name, version));
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('request failed'));
    };
  });
}

export function rawAll(name: string, store: 'entries' | 'walks'): Promise<RawRecord[]> {
  return raw(name, store, (records) => records.getAll()) as Promise<RawRecord[]>;
}

export function rawPut(name: string, store: StoreName, value: unknown): Promise<unknown> {
  return raw(name, store, (records) => records.put(value));
}

/** The platform's own method, to call from within a spy that stands in for it. */
export function native<T extends object, K extends keyof T>(owner: T, name: K): T[K] {
  return Object.getOwnPropertyDescriptor(owner, name)?.value as T[K];
}

/** The code of the VaultError that a promise rejects with. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'no error';
}

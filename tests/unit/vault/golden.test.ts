import { argon2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import { codeOf, draft, freshName, opens, raw, rawAll, rawOpen, settled } from './support.ts';

interface Golden {
  passphrase?: string;
  recoveryKey?: string;
  stores: Record<string, Record<string, unknown>[]>;
  entries: object[];
}

/** The keys that values are stored under which have none in themselves. */
const OUTER_KEYS: Readonly<Record<string, string>> = { meta: 'header' };

function load(schema: number): Golden {
  const file = new URL(`golden/vault-${schema}.json`, import.meta.url);
  return revived(JSON.parse(readFileSync(file, 'utf8'))) as Golden;
}

/** `{ base64 }` as bytes, however deep. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  if ('base64' in value) return new Uint8Array(Buffer.from(value.base64 as string, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}

/** Puts a vault into the browser as the code of its time left it. */
async function install(schema: number, name: string, { stores }: Golden): Promise<void> {
  const opening = indexedDB.open(name, schema);
  opening.onupgradeneeded = () => {
    for (const store of Object.keys(stores)) {
      if (store === 'history') {
        const history = opening.result.createObjectStore(store, { keyPath: ['id', 'version'] });
        history.createIndex('replacedAt', 'replacedAt');
      } else if (store === 'meta' || store === 'earlier') opening.result.createObjectStore(store);
      else opening.result.createObjectStore(store, { keyPath: 'id' });
    }
  };
  const database = await settled(opening);
  for (const [store, records] of Object.entries(stores)) {
    const values = await Promise.all(
      records.map(async ({ rawKey, ...rest }) =>
        rawKey === undefined
          ? rest
          : { ...rest, key: await deviceKey(rawKey as Uint8Array<ArrayBuffer>) },
      ),
    );
    const transaction = database.transaction(store, 'readwrite').objectStore(store);
    for (const value of values) transaction.put(value, OUTER_KEYS[store]);
  }
  database.close();
}

function deviceKey(rawKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const argon2id: DeriveKey = (passphrase, { memoryKiB, iterations, parallelism, salt }) => {
  const inputs = { message: passphrase, nonce: salt, parallelism, tagLength: 32 };
  const derived = argon2Sync('argon2id', { ...inputs, memory: memoryKiB, passes: iterations });
  return Promise.resolve(new Uint8Array(derived));
};

describe.each([1, 2])('a vault of schema %i', (schema) => {
  it('opens with every entry and walk, and takes changes', async () => {
    const golden = load(schema);
    const name = freshName();
    await install(schema, name, golden);
    const vault = await opens(name);
    expect(vault.state).toBe('unlocked');
    expect(vault.problem).toBeUndefined();
    expect(await vault.list()).toEqual({ entries: golden.entries, unreadable: [] });
    expect(await vault.readWalk('aws-mfa')).toMatchObject({ step: 'codes', done: ['sign-in'] });

    const before = await rawAll(name, 'entries');
    const added = await vault.capture(draft());
    expect(vault.problem).toBeUndefined();
    const after = await rawAll(name, 'entries');
    expect(after.filter(({ id }) => id !== added.id)).toEqual(before);
    const again = await opens(name);
    expect(again.problem).toBeUndefined();
    expect((await again.list()).entries).toHaveLength(golden.entries.length + 1);
  });
});

describe('a vault of schema 1', () => {
  it('keeps its header and slots as they were, and becomes schema 2 with the next change', async () => {
    const golden = load(1);
    const name = freshName();
    await install(1, name, golden);
    const vault = await opens(name);
    const header = () => raw(name, 'meta', (store) => store.get('header'));
    expect(await header()).toEqual(golden.stores.meta?.[0]);
    const kept = await raw(name, 'earlier', (store) => store.get(1));
    expect(kept).toEqual({ header: golden.stores.meta?.[0], slots: golden.stores.slots });
    const [first] = (await vault.list()).entries;
    await vault.rename(first?.id ?? '', 'changed');
    expect(await header()).toMatchObject({ schema: 2, revision: 9, changes: 9 });
    const [past] = await (await vault.archive()).history(first?.id ?? '');
    expect(past?.entry).toEqual(first);
    expect(await raw(name, 'earlier', (store) => store.get(1))).toEqual(kept);
    const database = await rawOpen(name);
    expect(database.version).toBe(2);
    database.close();
  });
});

describe('a vault of schema 2', () => {
  it('opens by its passphrase and its recovery key without the device’s key', async () => {
    const golden = load(2);
    const { passphrase = '', recoveryKey = '' } = golden;
    for (const secret of [{ passphrase }, { recoveryKey }]) {
      const name = freshName();
      await install(2, name, golden);
      await raw(name, 'device-keys', (store) => store.clear());
      const vault = await opens(name);
      const access = await vault.access(argon2id);
      expect(vault.state).toBe('locked');
      expect(await codeOf(access.unlock({ passphrase: 'not that one' }))).toBe('wrong-passphrase');
      await access.unlock(secret);
      expect(vault.problem).toBeUndefined();
      expect((await vault.list()).entries).toEqual(golden.entries);
      expect(await access.idleMinutes()).toBe(5);
    }
  });
});

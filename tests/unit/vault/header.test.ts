import { createHmac, hkdfSync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import type { Header } from '../../../src/lib/vault/header.ts';
import { isAuthentic, signHeader } from '../../../src/lib/vault/header.ts';
import { headerKey } from '../../../src/lib/vault/data-key.ts';
import type { SlotRecord } from '../../../src/lib/vault/slot.ts';
import {
  PASSPHRASE,
  bytes,
  codeOf,
  draft,
  freshName,
  opens,
  protectedVault,
  quickDerive,
  raw,
  rawPut,
  reloaded,
} from './support.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const headerOf = (name: string) =>
  raw(name, 'meta', (store) => store.get('header')) as Promise<Header>;
const putHeader = (name: string, header: unknown) =>
  raw(name, 'meta', (store) => store.put(header, 'header'));
const slotsOf = (name: string) =>
  raw(name, 'slots', (store) => store.getAll()) as Promise<SlotRecord[]>;

/** The note of what was stored is written after the change itself. */
async function noted(name: string): Promise<void> {
  const { id, revision } = await headerOf(name);
  await vi.waitFor(async () => {
    // Opening it here first would make it, and make it wrong.
    const databases = await indexedDB.databases();
    expect(databases.map((database) => database.name)).toContain(`${name}-seen`);
    expect(await raw(`${name}-seen`, 'seen', (store) => store.get(id))).toMatchObject({ revision });
  });
}

const argon2 = (changes: object) => (slot: SlotRecord) => ({
  ...slot,
  kdf: { ...slot.kdf, ...changes },
});

describe('the header’s MAC', () => {
  const slot: SlotRecord = {
    id: 's',
    kind: 'passphrase',
    createdAt: 7,
    kdf: {
      name: 'argon2id',
      memoryKiB: 65_536,
      iterations: 3,
      parallelism: 4,
      salt: new Uint8Array(16).fill(9),
    },
    wrapped: {
      schema: 1,
      nonce: new Uint8Array(12).fill(1),
      ciphertext: new Uint8Array(48).fill(2),
    },
  };
  const header: Header = {
    format: '2faa-vault',
    schema: 2,
    id: 'vault-1',
    createdAt: 5,
    revision: 3,
    changes: 2,
  };

  it('is HMAC-SHA256 under a key that HKDF makes of the data key', async () => {
    const dataKey = bytes(32);
    const field = (value: string | Uint8Array) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(value));
      return Buffer.concat([length, Buffer.from(value)]);
    };
    const fields = [
      ...['2faa-vault', 'header', '2', 'vault-1', '5', '3', '2', '', '', ''],
      ...['1', 's', 'passphrase', '7', '', 'argon2id', '65536', '3', '4'],
      ...[new Uint8Array(16).fill(9), '', '1'],
      ...[new Uint8Array(12).fill(1), new Uint8Array(48).fill(2)],
    ];
    const key = Buffer.from(hkdfSync('sha256', dataKey, 'vault-1', '2faa-vault/header', 32));
    const expected = createHmac('sha256', key)
      .update(Buffer.concat(fields.map(field)))
      .digest();
    const { mac } = await signHeader(await headerKey('vault-1', dataKey), header, [slot]);
    expect(Buffer.from(mac ?? [])).toEqual(expected);
  });

  it('is refused for another data key: it commits to the one that was meant', async () => {
    const signed = await signHeader(await headerKey('vault-1', bytes(32)), header, [slot]);
    expect(await isAuthentic(await headerKey('vault-1', bytes(32)), signed, [slot])).toBe(false);
  });

  it.each<[string, Partial<Header>]>([
    ['schema', { schema: 3 }],
    ['id', { id: 'vault-2' }],
    ['creation', { createdAt: 6 }],
    ['revision', { revision: 4 }],
    ['changes', { changes: 3 }],
    ['idle minutes', { idleMinutes: 0 }],
    ['backup', { backup: { savedAt: 1, changes: 2 } }],
    ['MAC', { mac: new Uint8Array(32) }],
  ])('covers the %s', async (_what, change) => {
    const key = await headerKey('vault-1', bytes(32));
    const signed = await signHeader(key, header, [slot]);
    expect(await isAuthentic(key, signed, [slot])).toBe(true);
    expect(await isAuthentic(key, { ...signed, ...change }, [slot])).toBe(false);
  });

  it.each<[string, Partial<SlotRecord>]>([
    ['id', { id: 't' }],
    ['kind', { kind: 'device' }],
    ['creation', { createdAt: 8 }],
    ['label', { label: 'x' }],
    ['KDF', { kdf: { name: 'hkdf-sha256', salt: new Uint8Array(16).fill(9) } }],
    ['credential', { credential: new Uint8Array(1) }],
    ['wrapped key', { wrapped: { ...slot.wrapped, nonce: new Uint8Array(12) } }],
    ['shape', { wrapped: undefined as never }],
  ])('covers a slot’s %s', async (_what, change) => {
    const key = await headerKey('vault-1', bytes(32));
    const signed = await signHeader(key, header, [slot]);
    expect(await isAuthentic(key, signed, [{ ...slot, ...change }])).toBe(false);
    expect(await isAuthentic(key, signed, [])).toBe(false);
    expect(await isAuthentic(key, signed, [slot, slot])).toBe(false);
  });
});

describe('a vault whose slots were changed from outside', () => {
  it.each([
    ['fewer passes', argon2({ iterations: 2 })],
    ['less memory', argon2({ memoryKiB: 19 * 1024 })],
    ['another salt', argon2({ salt: new Uint8Array(16) })],
    ['parameters below the floor', argon2({ memoryKiB: 8 })],
    ['parameters above the cap', argon2({ memoryKiB: 2 ** 30 })],
  ])('is named with %s, though the passphrase is right', async (_what, change) => {
    const { name } = await protectedVault();
    await noted(name);
    for (const slot of await slotsOf(name)) await rawPut(name, 'slots', change(slot));
    const { vault, access } = await reloaded(name);
    expect(await codeOf(access.unlock({ passphrase: PASSPHRASE }))).toBe('header-tampered');
    expect(vault.state).toBe('locked');
  });

  it('runs no key derivation with parameters out of bounds', async () => {
    const { name } = await protectedVault();
    for (const slot of await slotsOf(name)) {
      for (const wrong of [
        ...[{ memoryKiB: 19 * 1024 - 1 }, { memoryKiB: 256 * 1024 + 1 }, { memoryKiB: NaN }],
        ...[{ iterations: 1 }, { iterations: 11 }, { parallelism: 0 }, { parallelism: 17 }],
        ...[{ salt: new Uint8Array(15) }, { salt: 'abcdefghijklmnop' }, { name: 'argon2d' }],
      ]) {
        await rawPut(name, 'slots', argon2(wrong)(slot));
        const vault = await opens(name);
        const derive = vi.fn<DeriveKey>(quickDerive);
        const access = await vault.access(derive);
        const code = await codeOf(access.unlock({ passphrase: PASSPHRASE }));
        expect(['kdf-refused', 'header-tampered']).toContain(code);
        expect(derive).not.toHaveBeenCalled();
      }
    }
  });

  it('is named when an older slot is put back, and can be accepted', async () => {
    const { name, access, entry } = await protectedVault();
    const [old] = await slotsOf(name);
    await access.setPassphrase('the second passphrase', { retireDevice: true });
    await raw(name, 'slots', (store) => store.clear());
    await rawPut(name, 'slots', old);

    const after = await reloaded(name);
    await after.access.unlock({ passphrase: PASSPHRASE });
    expect(after.vault.problem).toBe('header-tampered');
    expect((await after.vault.list()).entries).toEqual([entry]);
    expect(await codeOf(after.vault.capture(draft()))).toBe('header-tampered');
    expect(await codeOf(after.access.addRecoveryKey())).toBe('header-tampered');
    await after.access.acceptHeader();
    expect(after.vault.problem).toBeUndefined();
    await after.vault.capture(draft({ account: 'second' }));
    expect((await after.vault.list()).entries).toHaveLength(2);
  });

  it('is named when a slot was added or removed, while it is open', async () => {
    const { name, vault, access } = await protectedVault();
    await access.addRecoveryKey();
    const [first, second] = await slotsOf(name);
    await raw(name, 'slots', (store) => store.delete(second?.id ?? ''));
    await vault.list();
    expect(vault.problem).toBe('header-tampered');
    await rawPut(name, 'slots', second);
    await vault.list();
    expect(vault.problem).toBeUndefined();
    await rawPut(name, 'slots', { ...first, id: 'another' });
    await vault.list();
    expect(vault.problem).toBe('header-tampered');
  });

  it('is named when its MAC is taken away by calling it an old vault', async () => {
    const { name, vault } = await protectedVault();
    const { mac, ...header } = await headerOf(name);
    expect(mac).toHaveLength(32);
    await putHeader(name, { ...header, schema: 1 });
    await vault.list();
    expect(vault.problem).toBe('header-tampered');
  });

  it('is named likewise where only the device opens it', async () => {
    const name = freshName();
    await (await opens(name)).capture(draft());
    await noted(name);
    const { format, id, createdAt, revision } = await headerOf(name);
    await putHeader(name, { format, id, createdAt, revision, schema: 1 });
    const vault = await opens(name);
    expect(vault.problem).toBe('header-tampered');
  });
});

describe('an older copy of the vault', () => {
  async function copy(name: string) {
    const stores = ['meta', 'slots', 'entries'] as const;
    const header = await headerOf(name);
    const records = await Promise.all(
      stores.slice(1).map((store) => raw(name, store, (all) => all.getAll())),
    );
    return async () => {
      await putHeader(name, header);
      for (const [at, store] of stores.slice(1).entries()) {
        await raw(name, store, (all) => all.clear());
        for (const record of records[at] as unknown[]) await rawPut(name, store, record);
      }
    };
  }

  it('is named after a reload and while it is open; codes can be read, nothing is stored', async () => {
    const { name, vault, entry } = await protectedVault();
    const putBack = await copy(name);
    await vault.capture(draft({ account: 'second' }));
    await noted(name);
    await putBack();

    await vault.list();
    expect(vault.problem).toBe('rolled-back');
    const after = await reloaded(name);
    await after.access.unlock({ passphrase: PASSPHRASE });
    expect(after.vault.problem).toBe('rolled-back');
    expect((await after.vault.list()).entries).toEqual([entry]);
    expect(await codeOf(after.vault.capture(draft()))).toBe('rolled-back');

    await after.access.acceptHeader();
    await after.vault.capture(draft({ account: 'third' }));
    const last = await reloaded(name);
    await last.access.unlock({ passphrase: PASSPHRASE });
    expect(last.vault.problem).toBeUndefined();
    await vault.list();
    expect(vault.problem).toBeUndefined();
  });

  it('is not suspected while two tabs write and read at once', async () => {
    const name = freshName();
    const tabs = [await opens(name), await opens(name)];
    const problems = new Set<unknown>();
    await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const tab = tabs[at % 2];
        if (at % 3 === 0) await tab?.capture(draft({ account: `${at}` }));
        await tab?.list();
        problems.add(tab?.problem);
      }),
    );
    expect([...problems]).toEqual([undefined]);
  });

  it('works without the note of how far it had come', async () => {
    const { name, vault } = await protectedVault();
    await noted(name);
    indexedDB.deleteDatabase(`${name}-seen`);
    await vault.capture(draft());
    const after = await reloaded(name);
    await after.access.unlock({ passphrase: PASSPHRASE });
    expect(after.vault.problem).toBeUndefined();
  });
});

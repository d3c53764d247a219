import { describe, expect, it, vi } from 'vitest';
import type { DeviceKey } from '../../../src/lib/vault/device-slot.browser.ts';
import type { SlotRecord } from '../../../src/lib/vault/slot.ts';
import {
  PASSPHRASE,
  bytes,
  draft,
  freshName,
  opens,
  protectedVault,
  raw,
  rawOpen,
  settled,
} from './support.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(secret: Uint8Array): string {
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/gu) ?? [];
  return groups.map((group) => BASE32[parseInt(group.padEnd(5, '0'), 2)] ?? '').join('');
}

/** All that is stored, as strings and as bytes, however deep. */
async function everything(name: string): Promise<Buffer> {
  const database = await rawOpen(name);
  const parts: Buffer[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(Buffer.from(value));
    else if (value instanceof ArrayBuffer) parts.push(Buffer.from(value));
    else if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey)) {
      for (const [key, part] of Object.entries(value)) {
        parts.push(Buffer.from(key));
        collect(part);
      }
    } else parts.push(Buffer.from(String(value)));
  };
  for (const store of database.objectStoreNames) {
    const records = database.transaction(store).objectStore(store);
    collect(await settled(records.getAllKeys()));
    collect(await settled(records.getAll()));
  }
  database.close();
  return Buffer.concat(parts);
}

describe('what is stored', () => {
  it('holds no secret, label, name or step in the clear', async () => {
    const name = freshName();
    const vault = await opens(name);
    const secret = bytes(40);
    const identity = { kind: 'iam', name: 'identity-in-clear' };
    const { id } = await vault.capture(
      draft({ secret, identity, account: 'account-in-clear', guide: 'guide-of-entry' }),
    );
    await vault.rename(id, 'name-in-clear');
    await vault.accept(id);
    await vault.writeWalk('aws-mfa', { step: 'step-in-clear', done: ['done-in-clear'], identity });

    const stored = await everything(name);
    expect(stored.includes(id)).toBe(true);
    expect(stored.includes('aws-mfa')).toBe(true);
    const hex = Buffer.from(secret).toString('hex');
    for (const form of [
      Buffer.from(secret),
      Buffer.from(secret.subarray(0, 8)),
      base32(secret),
      base32(secret).toLowerCase(),
      base32(secret.subarray(0, 10)),
      hex,
      hex.toUpperCase(),
      Buffer.from(secret).toString('base64'),
      secret.join(','),
      'in-clear',
      'guide-of-entry',
      'Amazon',
      'pending',
      'active',
    ]) {
      expect(stored.includes(form)).toBe(false);
    }
  });

  it('holds device keys that cannot be exported, and no data key', async () => {
    const name = freshName();
    await (await opens(name)).capture(draft());
    const [device] = (await raw(name, 'device-keys', (store) => store.getAll())) as DeviceKey[];
    if (device === undefined) throw new Error('no device key');
    expect(device.key).toBeInstanceOf(CryptoKey);
    expect(device.key.extractable).toBe(false);
    expect(device.key.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
    for (const format of ['raw', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, device.key)).rejects.toMatchObject({
        name: 'InvalidAccessError',
      });
    }
    const [slot] = (await raw(name, 'slots', (store) => store.getAll())) as SlotRecord[];
    expect(slot?.wrapped.ciphertext).toHaveLength(32 + 16);
  });
});

describe('what is stored of a vault that a passphrase protects', () => {
  it('holds no secret, name, passphrase or recovery key, in history and notes neither', async () => {
    const { name, vault, access, entry } = await protectedVault();
    await vault.rename(entry.id, 'name-in-clear');
    await vault.rename(entry.id, 'other-in-clear');
    const recoveryKey = await access.addRecoveryKey();
    const { text } = await (await vault.archive()).createBackup();
    vault.lock();
    expect(await raw(name, 'device-keys', (store) => store.count())).toBe(0);
    for (const stored of [await everything(name), await everything(`${name}-seen`), text]) {
      for (const form of [
        PASSPHRASE,
        Buffer.from(PASSPHRASE).toString('base64'),
        recoveryKey,
        recoveryKey.replaceAll('-', '').slice(0, 28),
        base32(entry.otp.secret),
        Buffer.from(entry.otp.secret).toString('base64'),
        Buffer.from(entry.otp.secret).toString('hex'),
        'in-clear',
        'Amazon',
      ]) {
        expect(stored.includes(form)).toBe(false);
      }
      if (typeof stored !== 'string') {
        expect(stored.includes(Buffer.from(entry.otp.secret))).toBe(false);
      }
    }
  });
});

describe('the data key', () => {
  it('is wiped as soon as it is imported, at the making and at the opening', async () => {
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    const name = freshName();
    await (await opens(name)).capture(draft());
    await (await opens(name)).list();
    const keys = imported.mock.calls.map(([, data, , extractable]) => {
      expect(extractable).toBe(false);
      return data as unknown as Uint8Array;
    });
    // For the records and for the header, each time.
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(key).toEqual(new Uint8Array(32));
    imported.mockRestore();
  });

  it('differs from vault to vault', async () => {
    const seen: string[] = [];
    const importKey = crypto.subtle.importKey.bind(crypto.subtle);
    const spy = vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((
      format: 'raw',
      data: Uint8Array<ArrayBuffer>,
      algorithm: string,
      extractable: boolean,
      usages: KeyUsage[],
    ) => {
      seen.push(Buffer.from(data).toString('hex'));
      return importKey(format, data, algorithm, extractable, usages);
    }) as never);
    await (await opens(freshName())).capture(draft());
    await (await opens(freshName())).capture(draft());
    spy.mockRestore();
    expect(new Set(seen).size).toBe(2);
    expect(seen.every((key) => key.length === 64 && !/^0+$/u.test(key))).toBe(true);
  });
});

describe('plaintext', () => {
  it('is wiped once it is sealed or read', async () => {
    const { subtle } = crypto;
    const encrypt = vi.spyOn(subtle, 'encrypt');
    const decrypt = vi.spyOn(subtle, 'decrypt');
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture(draft());
    await vault.capture(draft());
    await vault.rename(id, 'name');
    await vault.writeWalk('aws-mfa', { step: 's', done: [] });
    await vault.readWalk('aws-mfa');
    await (await opens(name)).list();

    const sealed = encrypt.mock.calls.map(([, , plaintext]) => plaintext as Uint8Array);
    const opened = await Promise.all(
      decrypt.mock.results.map(async ({ value }) => new Uint8Array((await value) as ArrayBuffer)),
    );
    encrypt.mockRestore();
    decrypt.mockRestore();
    expect(sealed.length).toBeGreaterThan(4);
    expect(opened.length).toBeGreaterThan(4);
    for (const buffer of [...sealed, ...opened]) {
      expect(buffer.some((byte) => byte !== 0)).toBe(false);
    }
  });
});

describe('the console', () => {
  it('gets nothing', async () => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const spies = methods.map((method) => vi.spyOn(console, method));
    const vault = await opens(freshName());
    const { id } = await vault.capture(draft());
    await vault.accept('nobody').catch(() => undefined);
    await vault.accept(id);
    await vault.list();
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

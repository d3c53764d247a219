import { argon2Sync } from 'node:crypto';
import { argon2id as noble } from '@noble/hashes/argon2.js';
import { argon2id as hashWasm } from 'hash-wasm';
import { describe, expect, it, vi } from 'vitest';
import type { Argon2Parameters, DeriveKey } from '../../../src/lib/vault/kdf.ts';
import { newArgon2Parameters, passphraseKey } from '../../../src/lib/vault/kdf.ts';
import { bytes, codeOf, quickDerive } from './support.ts';

/** RFC 9106 section 5.3, Argon2id: its inputs and its tag. */
const RFC = {
  password: new Uint8Array(32).fill(1),
  salt: new Uint8Array(16).fill(2),
  secret: new Uint8Array(8).fill(3),
  associated: new Uint8Array(12).fill(4),
  tag: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
};

const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

describe('Argon2id', () => {
  it('is that of RFC 9106 in both libraries that take all its inputs', () => {
    const { password, salt, secret, associated, tag } = RFC;
    const byNode = argon2Sync('argon2id', {
      message: password,
      nonce: salt,
      secret,
      associatedData: associated,
      memory: 32,
      passes: 3,
      parallelism: 4,
      tagLength: 32,
    });
    expect(hex(byNode)).toBe(tag);
    const options = { t: 3, m: 32, p: 4, dkLen: 32, key: secret, personalization: associated };
    expect(hex(noble(password, salt, options))).toBe(tag);
  });

  it.each([
    [64 * 1024, 3, 4, 'correct horse battery staple'],
    [19 * 1024, 2, 1, 'pässwörd 🔑'],
    [20 * 1024 + 7, 2, 16, 'x'],
  ])(
    'is the same in hash-wasm, @noble/hashes and Node: %i KiB, %i passes, %i lanes',
    { timeout: 60_000 },
    async (memory, passes, parallelism, passphrase) => {
      const message = new TextEncoder().encode(passphrase);
      const salt = bytes(16);
      const byNode = argon2Sync('argon2id', {
        ...{ message, nonce: salt, memory, passes, parallelism, tagLength: 32 },
      });
      const byWasm = await hashWasm({
        ...{ password: message, salt, memorySize: memory, iterations: passes, parallelism },
        ...{ hashLength: 32, outputType: 'binary' },
      });
      const byNoble = noble(message, salt, { t: passes, m: memory, p: parallelism, dkLen: 32 });
      expect(hex(byWasm)).toBe(hex(byNode));
      expect(hex(byNoble)).toBe(hex(byNode));
    },
  );
});

describe('new parameters', () => {
  it('are 64 MiB, 3 passes, 4 lanes, and a salt of their own', () => {
    const [one, two] = [newArgon2Parameters(), newArgon2Parameters()];
    expect(one).toMatchObject({ memoryKiB: 65_536, iterations: 3, parallelism: 4 });
    expect(one.salt).toHaveLength(16);
    expect(one.salt).not.toEqual(two.salt);
  });
});

describe('the key of a passphrase', () => {
  const usual = newArgon2Parameters();

  it.each<[string, Partial<Record<keyof Argon2Parameters, unknown>>]>([
    ['memory under 19 MiB', { memoryKiB: 19 * 1024 - 1 }],
    ['memory over 256 MiB', { memoryKiB: 256 * 1024 + 1 }],
    ['memory that is text', { memoryKiB: '65536' }],
    ['one pass', { iterations: 1 }],
    ['11 passes', { iterations: 11 }],
    ['half a pass more', { iterations: 2.5 }],
    ['no lane', { parallelism: 0 }],
    ['17 lanes', { parallelism: 17 }],
    ['no parameters', { memoryKiB: undefined, iterations: undefined, parallelism: undefined }],
    ['a short salt', { salt: new Uint8Array(8) }],
    ['no salt', { salt: undefined }],
    ['another function', { name: 'argon2i' }],
  ])('is refused before anything runs: %s', async (_what, change) => {
    const derive = vi.fn<DeriveKey>(quickDerive);
    const parameters = { ...usual, ...change } as Argon2Parameters;
    expect(await codeOf(passphraseKey('passphrase', parameters, derive))).toBe('kdf-refused');
    expect(derive).not.toHaveBeenCalled();
  });

  it.each([
    { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 },
    { memoryKiB: 256 * 1024, iterations: 10, parallelism: 16 },
  ])('is derived at the bounds themselves', async (change) => {
    const key = await passphraseKey('passphrase', { ...usual, ...change }, quickDerive);
    expect(key.extractable).toBe(false);
  });

  it('leaves neither the typed bytes nor the derived ones behind', async () => {
    const seen: Uint8Array[] = [];
    const derive: DeriveKey = async (typed, parameters) => {
      const derived = await quickDerive(typed, parameters);
      seen.push(typed, derived);
      return derived;
    };
    await passphraseKey('passphrase', usual, derive);
    const failing: DeriveKey = (typed) => {
      seen.push(typed);
      return Promise.reject(new Error('out of memory'));
    };
    await expect(passphraseKey('passphrase', usual, failing)).rejects.toThrow('out of memory');
    expect(seen).toHaveLength(3);
    for (const one of seen) expect(one.some((byte) => byte !== 0)).toBe(false);
  });

  it('is not made of a derivation of another length', async () => {
    const short: DeriveKey = () => Promise.resolve(new Uint8Array(16));
    await expect(passphraseKey('passphrase', usual, short)).rejects.toThrow(TypeError);
  });
});

import { createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/lib/vault/seal.ts';
import { additionalData, open, seal } from '../../../src/lib/vault/seal.ts';

const place: Place = { vault: 'vault-1', kind: 'entry', id: 'entry-1', version: 7 };
const text = new TextEncoder().encode('what is sealed');

async function newKey(): Promise<{ raw: Buffer; key: CryptoKey }> {
  const raw = randomBytes(32);
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  return { raw, key: await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, usages) };
}

function lengthPrefixed(fields: string[]): Buffer {
  return Buffer.concat(
    fields.map((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(field));
      return Buffer.concat([length, Buffer.from(field, 'utf8')]);
    }),
  );
}

describe('seal', () => {
  it('is AES-256-GCM as another implementation reads it', async () => {
    const { raw, key } = await newKey();
    const sealed = await seal(key, { ...place, id: 'naïve ☃' }, text);
    const decipher = createDecipheriv('aes-256-gcm', raw, sealed.nonce);
    decipher.setAAD(lengthPrefixed(['2faa-vault', '1', 'vault-1', 'entry', 'naïve ☃', '7']));
    decipher.setAuthTag(sealed.ciphertext.subarray(-16));
    const plain = Buffer.concat([
      decipher.update(sealed.ciphertext.subarray(0, -16)),
      decipher.final(),
    ]);
    expect(plain.toString()).toBe('what is sealed');
  });

  it('takes a new 96-bit nonce each time', async () => {
    const { key } = await newKey();
    const nonces = await Promise.all(
      Array.from({ length: 200 }, async () => (await seal(key, place, text)).nonce),
    );
    expect(nonces.every((nonce) => nonce.length === 12)).toBe(true);
    expect(new Set(nonces.map((nonce) => Buffer.from(nonce).toString('hex'))).size).toBe(200);
  });

  it('keeps fields apart that would run together without their lengths', () => {
    const a = additionalData({ ...place, kind: 'entry', id: '1' }, 1);
    const b = additionalData({ ...place, kind: 'entry1', id: '' }, 1);
    expect(Buffer.from(a).equals(b)).toBe(false);
  });
});

describe('open', () => {
  it('gives back what was sealed', async () => {
    const { key } = await newKey();
    expect(await open(key, place, await seal(key, place, text))).toEqual(text);
  });

  it.each<[string, Partial<Place>]>([
    ['vault', { vault: 'vault-2' }],
    ['kind', { kind: 'walk' }],
    ['id', { id: 'entry-2' }],
    ['lower version', { version: 6 }],
    ['higher version', { version: 8 }],
  ])('refuses another %s', async (_what, other) => {
    const { key } = await newKey();
    const sealed = await seal(key, place, text);
    await expect(open(key, { ...place, ...other }, sealed)).rejects.toMatchObject({
      code: 'tampered',
    });
  });

  it('refuses another key', async () => {
    const sealed = await seal((await newKey()).key, place, text);
    await expect(open((await newKey()).key, place, sealed)).rejects.toMatchObject({
      code: 'tampered',
    });
  });

  it('names what a later schema sealed, and refuses an earlier one', async () => {
    const { key } = await newKey();
    const sealed = await seal(key, place, text);
    await expect(open(key, place, { ...sealed, schema: 2 })).rejects.toMatchObject({
      code: 'newer-record',
    });
    await expect(open(key, place, { ...sealed, schema: 0 })).rejects.toMatchObject({
      code: 'tampered',
    });
  });

  it.each([
    ['no nonce', { nonce: undefined }],
    ['a nonce that is text', { nonce: '0123456789ab' }],
    ['a short nonce', { nonce: new Uint8Array(11) }],
    ['a long nonce', { nonce: new Uint8Array(13) }],
    ['no ciphertext', { ciphertext: null }],
    ['less than a tag', { ciphertext: new Uint8Array(15) }],
  ])('refuses %s', async (_what, changes) => {
    const { key } = await newKey();
    const sealed = { ...(await seal(key, place, text)), ...changes } as never;
    await expect(open(key, place, sealed)).rejects.toMatchObject({ code: 'tampered' });
  });
});

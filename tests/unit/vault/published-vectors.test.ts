import { describe, expect, it } from 'vitest';
import { open } from '../../../src/lib/vault/seal.ts';
import { codeOf } from './support.ts';

/*
 * That the platform's AES-GCM and HKDF are those of the standards, and refuse what they
 * must refuse, in the way of Wycheproof's cases: everything that we encrypt hangs on it.
 */

const hex = (text: string) => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const toHex = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
  Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex');

function aes(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Test cases 13 to 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega): 256-bit keys. */
const LONG_KEY = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308';
const LONG_PLAIN =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
const LONG_CIPHER =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662';

const GCM = [
  {
    what: 'no text',
    key: '0'.repeat(64),
    nonce: '0'.repeat(24),
    plain: '',
    additional: '',
    cipher: '',
    tag: '530f8afbc74536b9a963b4f1c4cb738b',
  },
  {
    what: 'a block of zeros',
    key: '0'.repeat(64),
    nonce: '0'.repeat(24),
    plain: '0'.repeat(32),
    additional: '',
    cipher: 'cea7403d4d606b6e074ec5d3baf39d18',
    tag: 'd0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    what: 'four blocks',
    key: LONG_KEY,
    nonce: 'cafebabefacedbaddecaf888',
    plain: `${LONG_PLAIN}1aafd255`,
    additional: '',
    cipher: `${LONG_CIPHER}898015ad`,
    tag: 'b094dac5d93471bdec1a502270e3cc6c',
  },
  {
    what: 'additional data',
    key: LONG_KEY,
    nonce: 'cafebabefacedbaddecaf888',
    plain: LONG_PLAIN,
    additional: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    cipher: LONG_CIPHER,
    tag: '76fc6ece0f4e1768cddf8853bb2d551b',
  },
];

describe('AES-256-GCM', () => {
  it.each(GCM)('gives the published ciphertext and tag: $what', async (one) => {
    const algorithm = {
      name: 'AES-GCM',
      iv: hex(one.nonce),
      additionalData: hex(one.additional),
    };
    const key = await aes(hex(one.key));
    const sealed = await crypto.subtle.encrypt(algorithm, key, hex(one.plain));
    expect(toHex(sealed)).toBe(one.cipher + one.tag);
    const opened = await crypto.subtle.decrypt(algorithm, key, sealed);
    expect(toHex(opened)).toBe(one.plain);
  });

  /** What Wycheproof does to a tag: one bit, all bits, zeros, half of it, none of it. */
  const tagChanges: [string, (tag: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
    ...[0, 7, 8, 31, 32, 63, 64, 71, 119, 120, 127].map(
      (bit): [string, (tag: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>] => [
        `bit ${bit} flipped`,
        (tag) => tag.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      ],
    ),
    ['all bits flipped', (tag) => tag.map((byte) => byte ^ 255)],
    ['the highest bits flipped', (tag) => tag.map((byte) => byte ^ 128)],
    ['zeros', () => new Uint8Array(16)],
    ['ones', () => new Uint8Array(16).fill(255)],
    ['12 bytes', (tag) => tag.slice(0, 12)],
    ['8 bytes', (tag) => tag.slice(0, 8)],
    ['nothing', () => new Uint8Array()],
    ['17 bytes', (tag) => new Uint8Array([...tag, 0])],
  ];

  it.each(tagChanges)('is refused by the vault with a tag of %s', async (_what, change) => {
    for (const { key, nonce, cipher, tag } of GCM) {
      const sealed = {
        schema: 1,
        nonce: hex(nonce),
        ciphertext: new Uint8Array([...hex(cipher), ...change(hex(tag))]),
      };
      const place = { vault: '', kind: '', id: '', version: 1 };
      expect(await codeOf(open(await aes(hex(key)), place, sealed))).toBe('tampered');
    }
  });

  it('is refused by the vault under an empty nonce', async () => {
    const place = { vault: 'v', kind: 'entry', id: 'i', version: 1 };
    const sealed = { schema: 1, nonce: new Uint8Array(), ciphertext: new Uint8Array(32) };
    expect(await codeOf(open(await aes(hex(LONG_KEY)), place, sealed))).toBe('tampered');
  });
});

/** RFC 5869 appendix A, test cases 1 to 3: SHA-256. */
const range = (from: number, to: number) =>
  toHex(Uint8Array.from({ length: to - from + 1 }, (_, at) => from + at));
const HKDF = [
  {
    what: 'basic',
    input: '0b'.repeat(22),
    salt: range(0x00, 0x0c),
    info: range(0xf0, 0xf9),
    output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
  {
    what: 'longer inputs',
    input: range(0x00, 0x4f),
    salt: range(0x60, 0xaf),
    info: range(0xb0, 0xff),
    output:
      'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  },
  {
    what: 'neither salt nor info',
    input: '0b'.repeat(22),
    salt: '',
    info: '',
    output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  },
];

describe('HKDF-SHA256', () => {
  it.each(HKDF)('gives the published output: $what', async ({ input, salt, info, output }) => {
    const key = await crypto.subtle.importKey('raw', hex(input), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: hex(salt), info: hex(info) };
    const derive = (bytes: number) => crypto.subtle.deriveBits(algorithm, key, bytes * 8);
    expect(toHex(await derive(output.length / 2))).toBe(output);
    // The longest there is, and one byte more.
    expect(toHex(await derive(255 * 32)).startsWith(output)).toBe(true);
    await expect(derive(255 * 32 + 1)).rejects.toThrow();
  });
});

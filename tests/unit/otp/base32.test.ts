import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  Base32Error,
  decodeBase32,
  encodeBase32,
  type StrayCharacter,
} from '../../../src/lib/otp/base32.ts';
import { referenceBase32 } from '../../helpers/totp.ts';

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** RFC 4648 section 10. */
const RFC_VECTORS = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

describe('decodeBase32', () => {
  it.each(RFC_VECTORS)('reads the RFC 4648 vector for "%s"', (plain, encoded) => {
    expect(decodeBase32(encoded)).toEqual(ascii(plain));
  });

  it.each([
    ['small letters', 'mzxw6ytboi'],
    ['mixed case', 'MzXw6yTbOi'],
    ['no padding', 'MZXW6YTBOI'],
    ['too little padding', 'MZXW6YTBOI='],
    ['too much padding', 'MZXW6YTBOI=============='],
    ['blanks in groups of four', 'MZXW 6YTB OI'],
    ['blanks around and before the padding', '  MZXW6YTBOI = = = '],
    ['dashes', 'MZXW-6YTB-OI'],
    ['line breaks and tabs', 'MZXW\r\n6YTB\tOI'],
    ['no-break blanks and typographic dashes', 'MZXW\u00A06YTB\u2011O\u2013I'],
    ['invisible characters', '\uFEFFMZXW\u200B6YT\u00ADBOI\u2060'],
  ])('accepts %s', (_, text) => {
    expect(decodeBase32(text)).toEqual(ascii('foobar'));
  });

  it.each([26, 32, 52, 55, 64, 103])('reads a key of %i characters whole', (length) => {
    const bytes = new Uint8Array(randomBytes(Math.floor((length * 5) / 8)));
    const key = referenceBase32(bytes).padEnd(length, 'A');
    expect(key).toHaveLength(length);
    expect(decodeBase32(key)).toEqual(bytes);
  });

  it.each([
    ['Z', ''],
    ['MZXW6YTBO', 'fooba'],
    ['MZX', 'f'],
    ['MZXW6YTBOIA', 'foobar'],
    ['MZXW6Y', 'foo'],
    ['MZXW6YTBOIQQ7Q', 'foobar!\x0f'],
  ])('drops the bits of %s that fill no byte', (text, plain) => {
    expect(decodeBase32(text)).toEqual(ascii(plain));
  });

  it.each(['MZXW6YTBOJ', 'MZXW6YTBOL'])('accepts trailing bits that are not zero: %s', (text) => {
    expect(decodeBase32(text)).toEqual(ascii('foobar'));
  });

  it.each<[string, StrayCharacter, number]>([
    ['MZXW0YTB', 'look-alike', 5],
    ['MZXW1YTB', 'look-alike', 5],
    ['8ZXW6YTB', 'look-alike', 1],
    ['MZXW 6YT9', 'look-alike', 8],
    ['MZ=XW6YTB', 'padding', 3],
    ['MZXW6YTÄ', 'letter', 8],
    ['ſZXW6YTB', 'letter', 1],
    ['MZıW6YTB', 'letter', 3],
    ['MZXW6YTＢ', 'letter', 8],
    ['MZXW!YTB', 'symbol', 5],
    ['😀ZXW6YTB', 'symbol', 1],
    ['M😀X0', 'symbol', 2],
    ['MZXW_6YTB', 'symbol', 5],
    ['MZXW\u00006', 'symbol', 5],
  ])('refuses %s, naming kind and place', (text, found, position) => {
    const thrown = caught(() => decodeBase32(text));
    expect(thrown).toMatchObject({ name: 'Base32Error', found, position });
    expect(thrown.message).not.toContain(text);
  });
});

describe('encodeBase32', () => {
  it.each(RFC_VECTORS)('writes the RFC 4648 vector for "%s", unpadded', (plain, encoded) => {
    expect(encodeBase32(ascii(plain))).toBe(encoded.replace(/=/g, ''));
  });

  it('agrees with an independent encoder and reads its own text back, at every length', () => {
    for (let length = 0; length <= 100; length += 1) {
      const bytes = new Uint8Array(randomBytes(length));
      const text = encodeBase32(bytes);
      expect(text).toBe(referenceBase32(bytes));
      expect(decodeBase32(text)).toEqual(bytes);
    }
  });
});

function caught(run: () => unknown): Base32Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Base32Error) return error;
  }
  throw new Error('No Base32Error was thrown.');
}

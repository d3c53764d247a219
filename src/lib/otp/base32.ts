const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What people and services put between the groups of a key: blanks, dashes, invisible characters. */
const SEPARATORS = /[\s\u00AD\u200B\u2060\-\u2010-\u2015\u2212]/g;

/**
 * What kind of character does not belong in Base32: a `look-alike` digit
 * (0, 1, 8 or 9), a `letter` of another alphabet, a `padding` sign before the
 * end, or any other `symbol`.
 */
export type StrayCharacter = 'look-alike' | 'letter' | 'padding' | 'symbol';

/** A text that is not Base32. It tells where and what kind, never the text: that is a secret. */
export class Base32Error extends Error {
  readonly found: StrayCharacter;
  /** Which character it is, counted from 1 without blanks and dashes. */
  readonly position: number;

  constructor(found: StrayCharacter, position: number) {
    super(`Not Base32: a ${found} at character ${position}.`);
    this.name = 'Base32Error';
    this.found = found;
    this.position = position;
  }
}

/** A key without what services put around its characters: separators and the padding at the end. */
export function bareBase32(text: string): string {
  return text.replace(SEPARATORS, '').replace(/=+$/, '');
}

/**
 * The bytes that a Base32 text (RFC 4648 section 6) stands for, read as
 * leniently as services write it: either case, separators, any padding, any
 * length. Bits that do not fill a byte are dropped, whatever their value: keys
 * of 1, 3 or 6 characters more than a multiple of 8 cannot come out of an
 * encoder, but services that draw characters at random hand them out, and
 * dropping the rest is what their own decoders do.
 *
 * @throws Base32Error for any other character.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const characters = bareBase32(text);
  const bytes = new Uint8Array(Math.floor((characters.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let length = 0;
  let position = 0;
  for (const character of characters) {
    position += 1;
    // Not `toUpperCase`: it turns letters of other alphabets, such as ſ and ı, into Latin ones.
    const upper = /[a-z]/.test(character) ? character.toUpperCase() : character;
    const value = ALPHABET.indexOf(upper);
    if (value < 0) throw new Base32Error(strayCharacter(character), position);
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = held >> bits;
    }
  }
  return bytes;
}

/** Base32 of RFC 4648 section 6 in capitals, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}

function strayCharacter(character: string): StrayCharacter {
  if (/[0189]/.test(character)) return 'look-alike';
  if (/\p{L}/u.test(character)) return 'letter';
  return character === '=' ? 'padding' : 'symbol';
}

import { Base32Error, bareBase32, decodeBase32, type StrayCharacter } from './base32.ts';
import type { Algorithm } from './parameters.ts';
import type { OtpField } from './reading.ts';
import { Refused } from './refused.ts';

const STRAYS: Record<StrayCharacter, string> = {
  'look-alike': 'a 0, 1, 8 or 9; it may be an O, I, B or G',
  letter: 'a letter that is not one of A to Z',
  padding: 'an equals sign, which can only stand at the end',
  symbol: 'neither a letter nor a digit',
};

/** The hash that a link names: `SHA1`, `SHA-256`, `HmacSHA512`, `Algorithm.sha1` and the like. */
export function readAlgorithm(text = 'SHA1'): Algorithm {
  const [, size] = /^(?:algorithm\.)?(?:hmac[-_]?)?sha[-_]?(1|256|512)$/i.exec(text) ?? [];
  if (size === undefined) {
    throw new Refused(
      'algorithm',
      'unknown',
      'The link asks for an algorithm other than SHA1, SHA256 or SHA512. Ask the service for a standard QR code.',
    );
  }
  return `SHA${size as '1' | '256' | '512'}`;
}

/** A whole number within bounds, in decimal digits alone. */
export function readWhole(field: OtpField, text: string, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new Refused(
      field,
      'out-of-range',
      `The link’s ${field} must be a whole number from ${least} to ${most}. Get a new QR code from the service.`,
    );
  }
  return value;
}

/**
 * The bytes of a key.
 *
 * @param leastLength characters that the key must have at least, by its source
 */
export function readSecret(text: string, leastLength: number): Uint8Array<ArrayBuffer> {
  const length = bareBase32(text).length;
  if (length === 0) {
    throw new Refused(
      'secret',
      'empty',
      'The key is empty. Copy it again, or get a new QR code from the service.',
    );
  }
  const secret = decoded(text);
  if (length < leastLength || secret.length === 0) {
    throw new Refused(
      'secret',
      'too-short',
      `A key has at least ${leastLength} characters, and this has ${length}. Copy the whole key.`,
    );
  }
  return secret;
}

/** Whether the key’s last character tells nothing; most often one was lost or added on the way. */
export function hasOddLength(text: string): boolean {
  return [1, 3, 6].includes(bareBase32(text).length % 8);
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  try {
    return decodeBase32(text);
  } catch (error) {
    if (!(error instanceof Base32Error)) throw error;
    const { found, position } = error;
    throw new Refused(
      'secret',
      found === 'look-alike' ? 'look-alike' : 'bad-character',
      `Character ${position} of the key is ${STRAYS[found]}. A key has only the letters A to Z and the digits 2 to 7: copy it again.`,
    );
  }
}

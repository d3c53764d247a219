import { createHmac } from 'node:crypto';

interface Reference {
  readonly secret: Uint8Array;
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  readonly digits: number;
  /** The counter of RFC 4226; for time-based codes the number of the time step. */
  readonly counter: number | bigint;
}

/**
 * A code after RFC 4226 section 5.3, written from the RFC on Node's own HMAC:
 * what the code under test is compared with.
 */
export function referenceCode({ secret, algorithm, digits, counter }: Reference): string {
  const value = truncatedMac(secret, algorithm, BigInt(counter));
  return (value % 10n ** BigInt(digits)).toString().padStart(digits, '0');
}

/** The time-based code of a moment in seconds since the Unix epoch, RFC 6238. */
export function referenceTotp(
  parameters: Omit<Reference, 'counter'> & { readonly period: number },
  seconds: number,
): string {
  const counter = BigInt(Math.trunc(seconds)) / BigInt(parameters.period);
  return referenceCode({ ...parameters, counter });
}

/** Steam's code of a 30-second time step. */
export function referenceSteamCode(secret: Uint8Array, counter: number): string {
  const value = truncatedMac(secret, 'SHA1', BigInt(counter));
  const letters = ['23456789', 'BCDFGHJKMNPQRTVWXY'].join('');
  return [0n, 1n, 2n, 3n, 4n]
    .map((place) => letters[Number((value / 26n ** place) % 26n)])
    .join('');
}

/** Base32 by way of one string of bits; no padding. */
export function referenceBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => Number.parseInt(group.padEnd(5, '0'), 2))
    .map((value) => (value < 26 ? String.fromCharCode(65 + value) : String(value - 24)))
    .join('');
}

function truncatedMac(secret: Uint8Array, algorithm: string, counter: bigint): bigint {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(counter);
  const mac = createHmac(algorithm, secret).update(message).digest();
  const offset = Number.parseInt(mac.toString('hex').slice(-1), 16);
  return BigInt(mac.readUInt32BE(offset)) & 0x7fffffffn;
}

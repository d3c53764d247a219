import type { Key } from './key.ts';

/** A part of an export as Google Authenticator shows it: entries of a batch in protocol buffers. */
export function migrationLink(keys: readonly Key[], index: number, size: number): string {
  const entries = keys.map(({ secret, issuer, account }) => {
    const name = new TextEncoder().encode(account);
    const service = new TextEncoder().encode(issuer);
    const fields = [...bytes(1, secret), ...bytes(2, name), ...bytes(3, service)];
    return bytes(1, Uint8Array.from([...fields, 4 << 3, 1, 5 << 3, 1, 6 << 3, 2]));
  });
  const batch = [2 << 3, 1, 3 << 3, size, 4 << 3, index, 5 << 3, 9];
  const payload = Buffer.from([...entries.flat(), ...batch]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
}

/** A field of less than 16,384 bytes: its number, their length as a varint, and they. */
function bytes(number: number, content: Uint8Array): number[] {
  const length =
    content.length < 128 ? [content.length] : [(content.length & 127) | 128, content.length >> 7];
  return [(number << 3) | 2, ...length, ...content];
}

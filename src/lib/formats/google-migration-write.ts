import type { Algorithm, OtpParameters } from '../otp/parameters.ts';
import { displayText } from '../otp/text.ts';
import { writeFields, type Field } from './protobuf.ts';

/**
 * Why Google Authenticator's export cannot hold an entry: it has no `steam` codes, no
 * `period` other than 30 seconds, no `digits` other than 6 and 8; and without an issuer,
 * a colon in the account would be read as the end of one (`label`).
 */
export type MigrationObstacle = 'steam' | 'period' | 'digits' | 'label';

/** One QR code of an export. */
export interface WrittenPart<T> {
  /** The text of the QR code. It holds secrets: never log it or put it in an address. */
  readonly link: string;
  readonly entries: readonly T[];
}

/** As many as Google Authenticator itself puts into one QR code. */
const MOST_ENTRIES = 10;

/** Bytes of entries in one part: more of them make a QR code that cameras read badly from a screen. */
const MOST_BYTES = 1200;

const ALGORITHMS: Readonly<Record<Algorithm, bigint>> = { SHA1: 1n, SHA256: 2n, SHA512: 3n };
const DIGITS: Readonly<Record<number, bigint>> = { 6: 1n, 8: 2n };
const HOTP = 1n;
const TOTP = 2n;
const VERSION = 1n;

/** What keeps an entry out of an export; nothing where it fits. */
export function migrationObstacles(otp: OtpParameters): MigrationObstacle[] {
  const isLabelLost = displayText(otp.issuer) === '' && otp.account.includes(':');
  return [
    ...(otp.type === 'steam' ? (['steam'] as const) : []),
    ...(otp.type === 'totp' && otp.period !== 30 ? (['period'] as const) : []),
    ...(otp.type !== 'steam' && DIGITS[otp.digits] === undefined ? (['digits'] as const) : []),
    ...(isLabelLost ? (['label'] as const) : []),
  ];
}

/**
 * Entries that fit as the texts of Google Authenticator's QR codes, in their order.
 *
 * @param batchId the same in all parts, and another one for each export
 * @throws RangeError for an entry that does not fit (`migrationObstacles`)
 */
export function writeMigration<T extends { readonly otp: OtpParameters }>(
  entries: readonly T[],
  batchId: number,
): WrittenPart<T>[] {
  const parts = inParts(entries.map((entry) => ({ entry, bytes: entryBytes(entry.otp) })));
  return parts.map((part, index) => {
    const message = writeFields([
      ...part.map(({ bytes }): Field => ({ number: 1, value: bytes })),
      { number: 2, value: VERSION },
      { number: 3, value: BigInt(parts.length) },
      { number: 4, value: BigInt(index) },
      { number: 5, value: BigInt(batchId) },
    ]);
    const data = encodeURIComponent(btoa(String.fromCharCode(...message)));
    message.fill(0);
    for (const { bytes } of part) bytes.fill(0);
    return {
      link: `otpauth-migration://offline?data=${data}`,
      entries: part.map(({ entry }) => entry),
    };
  });
}

function inParts<T extends { readonly bytes: Uint8Array }>(entries: readonly T[]): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const entry of entries) {
    const part = parts.at(-1);
    room -= entry.bytes.length;
    if (part !== undefined && part.length < MOST_ENTRIES && room >= 0) part.push(entry);
    else {
      parts.push([entry]);
      room = MOST_BYTES - entry.bytes.length;
    }
  }
  return parts;
}

function entryBytes(otp: OtpParameters): Uint8Array<ArrayBuffer> {
  const digits = DIGITS[otp.digits];
  if (digits === undefined || migrationObstacles(otp).length > 0) {
    throw new RangeError('The format cannot hold this entry.');
  }
  const issuer = displayText(otp.issuer);
  return writeFields([
    { number: 1, value: otp.secret },
    { number: 2, value: utf8(nameOf(issuer, displayText(otp.account))) },
    ...(issuer === '' ? [] : [{ number: 3, value: utf8(issuer) }]),
    { number: 4, value: ALGORITHMS[otp.algorithm] },
    { number: 5, value: digits },
    { number: 6, value: otp.type === 'hotp' ? HOTP : TOTP },
    ...(otp.type === 'hotp' ? [{ number: 7, value: BigInt(otp.counter) }] : []),
  ]);
}

/** Readers drop the issuer from the beginning of a name, so an account that begins with it has it twice. */
function nameOf(issuer: string, account: string): string {
  const [beginning = '', rest] = account.split(':', 2);
  return rest !== undefined && issuer !== '' && beginning.trim() === issuer
    ? `${issuer}:${account}`
    : account;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

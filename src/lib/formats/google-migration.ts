import type { Algorithm, OtpParameters } from '../otp/parameters.ts';
import { readFields, type Field } from './protobuf.ts';

/** One QR code of Google Authenticator's export, which spreads over several. */
export interface MigrationPart {
  /** The same in all parts of one export; may be negative. */
  readonly batchId: number;
  /** From 0. */
  readonly index: number;
  /** How many parts the export has. */
  readonly size: number;
  readonly entries: readonly OtpParameters[];
  /** Entries that no code can be made of here, each with the reason as a sentence. */
  readonly refused: readonly RefusedEntry[];
}

export interface RefusedEntry {
  readonly issuer: string;
  readonly account: string;
  readonly message: string;
}

/** What is wrong with an `otpauth-migration:` link; the message is a sentence for people. */
export class MigrationError extends Error {}

const LONGEST_LINK = 8192;

/** Far above what one export has: about ten entries a part. */
const MOST_PARTS = 200;

const ALGORITHMS: Readonly<Record<number, Algorithm>> = {
  0: 'SHA1',
  1: 'SHA1',
  2: 'SHA256',
  3: 'SHA512',
};
const DIGITS: Readonly<Record<number, number>> = { 0: 6, 1: 6, 2: 8 };
const HOTP = 1;

/**
 * Reads one part: `otpauth-migration://offline?data=` with Base64 of a protocol buffers
 * message. The format has no period: every time-based entry counts as one of 30 seconds.
 *
 * @throws MigrationError
 */
export function readMigration(text: string): MigrationPart {
  try {
    return readPart(readFields(dataOf(text)));
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(
      'This export of Google Authenticator is damaged or cut off. Export the accounts again and scan the new QR code.',
    );
  }
}

function dataOf(text: string): Uint8Array<ArrayBuffer> {
  const [, data] = /[?&]data=([^&#\s]*(?: [^&#\s]*)*)/.exec(text.slice(0, LONGEST_LINK)) ?? [];
  if (data === undefined || text.length > LONGEST_LINK) throw new RangeError('No data.');
  // Some programs decode the link once too often: a plus becomes a blank.
  const base64 = decodeURIComponent(data)
    .replaceAll(' ', '+')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function readPart(fields: readonly Field[]): MigrationPart {
  const size = Math.max(1, numberOf(fields, 3));
  const index = numberOf(fields, 4);
  if (size > MOST_PARTS || index < 0 || index >= size) throw new RangeError('No such part.');
  const entries: OtpParameters[] = [];
  const refused: RefusedEntry[] = [];
  for (const { number, value } of fields) {
    if (number !== 1 || typeof value === 'bigint') continue;
    const entry = readEntry(readFields(value));
    if ('message' in entry) refused.push(entry);
    else entries.push(entry);
  }
  if (entries.length + refused.length === 0) throw new RangeError('No entries.');
  return { batchId: numberOf(fields, 5), index, size, entries, refused };
}

function readEntry(fields: readonly Field[]): OtpParameters | RefusedEntry {
  const names = namesOf(textOf(fields, 2), textOf(fields, 3));
  const secret = bytesOf(fields, 1);
  const algorithm = ALGORITHMS[numberOf(fields, 4)];
  const digits = DIGITS[numberOf(fields, 5)];
  if (secret === undefined || secret.length === 0)
    return { ...names, message: 'It holds no secret.' };
  if (algorithm === undefined)
    return { ...names, message: 'Its codes are made with MD5, which no service uses.' };
  if (digits === undefined)
    return { ...names, message: 'Its codes have a length that is not known.' };
  const common = { ...names, secret, algorithm, digits };
  if (numberOf(fields, 6) !== HOTP) return { ...common, type: 'totp', period: 30 };
  const counter = numberOf(fields, 7);
  if (!Number.isSafeInteger(counter) || counter < 0)
    return { ...names, message: 'Its counter is out of range.' };
  return { ...common, type: 'hotp', counter };
}

/** The name is often `Issuer:account`, and the issuer may be there or not. */
function namesOf(name: string, issuer: string): { issuer: string; account: string } {
  const [, prefix = '', rest = ''] = /^([^:]*):\s*(.*)$/s.exec(name) ?? [];
  if (issuer === '' && prefix !== '') return { issuer: prefix.trim(), account: rest };
  return { issuer, account: prefix.trim() === issuer && issuer !== '' ? rest : name };
}

function last(fields: readonly Field[], number: number): Field['value'] | undefined {
  return fields.findLast((field) => field.number === number)?.value;
}

function numberOf(fields: readonly Field[], number: number): number {
  const value = last(fields, number);
  return typeof value === 'bigint' ? Number(value) : 0;
}

function bytesOf(fields: readonly Field[], number: number): Uint8Array<ArrayBuffer> | undefined {
  const value = last(fields, number);
  return typeof value === 'bigint' ? undefined : value;
}

function textOf(fields: readonly Field[], number: number): string {
  return new TextDecoder().decode(bytesOf(fields, number)).trim();
}

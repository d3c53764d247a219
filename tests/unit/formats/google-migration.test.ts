import { isMigration } from '../../../src/lib/formats/is-migration.ts';
import { describe, expect, test } from 'vitest';
import { MigrationError, readMigration } from '../../../src/lib/formats/google-migration.ts';
import {
  addPart,
  batchEntries,
  missingParts,
  type MigrationBatch,
} from '../../../src/lib/formats/migration-batch.ts';

/** Writes protocol buffers, for the test alone: numbers as varints, text and bytes by length. */
type Value = bigint | number | string | readonly number[] | Uint8Array;

function varint(value: bigint): number[] {
  const rest = BigInt.asUintN(64, value);
  return rest < 128n ? [Number(rest)] : [Number(rest & 127n) | 128, ...varint(rest >> 7n)];
}

function message(...fields: readonly (readonly [number, Value])[]): number[] {
  return fields.flatMap(([number, value]) => {
    if (typeof value === 'number' || typeof value === 'bigint')
      return [...varint(BigInt(number) << 3n), ...varint(BigInt(value))];
    const bytes = typeof value === 'string' ? [...new TextEncoder().encode(value)] : [...value];
    return [...varint((BigInt(number) << 3n) | 2n), ...varint(BigInt(bytes.length)), ...bytes];
  });
}

function link(
  payload: readonly number[],
  encode: (text: string) => string = encodeURIComponent,
): string {
  return `otpauth-migration://offline?data=${encode(Buffer.from(payload).toString('base64'))}`;
}

const SECRET = [1, 2, 3, 250, 251, 252, 253, 254, 255, 0];
const ENTRY = message([1, SECRET], [2, 'Example:alice'], [3, 'Example'], [4, 1], [5, 1], [6, 2]);

describe('an export of Google Authenticator', () => {
  test('gives each entry with its parameters', () => {
    const counter = message([1, SECRET], [2, 'bob'], [4, 3], [5, 2], [6, 1], [7, 41]);
    const part = readMigration(link(message([1, ENTRY], [1, counter], [2, 1], [3, 1], [5, 77])));
    expect(part).toEqual({
      batchId: 77,
      index: 0,
      size: 1,
      refused: [],
      entries: [
        {
          type: 'totp',
          issuer: 'Example',
          account: 'alice',
          secret: Uint8Array.from(SECRET),
          algorithm: 'SHA1',
          digits: 6,
          period: 30,
        },
        {
          type: 'hotp',
          issuer: '',
          account: 'bob',
          secret: Uint8Array.from(SECRET),
          algorithm: 'SHA512',
          digits: 8,
          counter: 41,
        },
      ],
    });
  });

  test('skips fields that are not known, of every wire type', () => {
    const entry = [...ENTRY, ...message([8, 'id-1'], [99, 5]), (12 << 3) | 5, 1, 2, 3, 4];
    const payload = [...message([1, entry], [40, 'new']), (13 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(readMigration(link(payload)).entries).toHaveLength(1);
  });

  test('reads entries longer than 127 bytes', () => {
    const account = 'a'.repeat(300);
    const part = readMigration(link(message([1, message([1, SECRET], [2, account])])));
    expect(part.entries[0]?.account).toBe(account);
  });

  test('reads a batch number below zero, which takes ten bytes', () => {
    const payload = message([1, ENTRY], [3, 4], [4, 1], [5, -1_234_567n]);
    expect(readMigration(link(payload))).toMatchObject({ batchId: -1_234_567, index: 1, size: 4 });
  });

  test('reads links whose plus signs became blanks or stayed as they are', () => {
    const payload = message([1, message([1, [251, 239, 190, 251, 239, 190]], [2, '>>>???'])]);
    const plain = (text: string) => text;
    const blanks = (text: string) => text.replaceAll('+', ' ');
    expect(Buffer.from(payload).toString('base64')).toContain('+');
    for (const encode of [encodeURIComponent, plain, blanks])
      expect(readMigration(link(payload, encode)).entries[0]?.account).toBe('>>>???');
  });

  test('takes the issuer from the name where it stands there alone', () => {
    const part = readMigration(link(message([1, message([1, SECRET], [2, 'Example: carol'])])));
    expect(part.entries[0]).toMatchObject({ issuer: 'Example', account: 'carol' });
  });

  test('names the entries that it cannot make codes of', () => {
    const md5 = message([1, SECRET], [2, 'Example:dave'], [4, 4]);
    const empty = message([2, 'Example:erin']);
    const part = readMigration(link(message([1, md5], [1, empty], [1, ENTRY])));
    expect(part.entries).toHaveLength(1);
    expect(part.refused).toEqual([
      { issuer: 'Example', account: 'dave', message: expect.stringContaining('MD5') as string },
      {
        issuer: 'Example',
        account: 'erin',
        message: expect.stringContaining('no secret') as string,
      },
    ]);
  });

  test.each([
    ['no data', 'otpauth-migration://offline'],
    ['no Base64', 'otpauth-migration://offline?data=%%%'],
    ['nothing in it', 'otpauth-migration://offline?data='],
    ['no entries', link(message([2, 1]))],
    ['a part beyond the last', link(message([1, ENTRY], [3, 2], [4, 2]))],
    ['a billion parts', link(message([1, ENTRY], [3, 1_000_000_000]))],
    ['a number without end', link(Array.from({ length: 40 }, () => 0xff))],
    ['more bytes announced than there are', link([10, 200, 1, 1, 2])],
  ])('with %s is refused', (_, text) => {
    expect(() => readMigration(text)).toThrow(MigrationError);
  });

  test('that is cut off anywhere is refused or gives less, and never fails otherwise', () => {
    const payload = message([1, ENTRY], [1, ENTRY], [3, 3], [4, 2], [5, -5n]);
    for (let length = 0; length < payload.length; length += 1) {
      try {
        expect(readMigration(link(payload.slice(0, length))).entries.length).toBeLessThan(3);
      } catch (error) {
        expect(error).toBeInstanceOf(MigrationError);
      }
    }
  });

  test('is told from other texts', () => {
    expect(isMigration(' OTPAUTH-MIGRATION://offline?data=')).toBe(true);
    expect(isMigration('otpauth://totp/a?secret=AAAA')).toBe(false);
  });
});

describe('a batch', () => {
  const part = (index: number, batchId = -9) =>
    readMigration(
      link(
        message(
          [1, message([1, SECRET], [2, `account ${index}`])],
          [3, 4],
          [4, index],
          [5, BigInt(batchId)],
        ),
      ),
    );

  test('says which parts are missing and keeps the order of the export', () => {
    const batch = [2, 0].map((index) => part(index)).reduce<MigrationBatch>(addPart, []);
    expect(missingParts(batch)).toEqual([2, 4]);
    expect(batchEntries(batch).map(({ account }) => account)).toEqual(['account 0', 'account 2']);
  });

  test('takes a part that is scanned twice once', () => {
    expect(addPart(addPart([], part(1)), part(1))).toHaveLength(1);
  });

  test('begins anew with a part of another export', () => {
    const batch = addPart(addPart([], part(1)), part(0, 5));
    expect(batch.map(({ batchId }) => batchId)).toEqual([5]);
  });
});

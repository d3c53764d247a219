import { randomBytes, randomInt } from 'node:crypto';
import jsQrModule from 'jsqr';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeCascade } from '../../../src/cli/scan/cascade.ts';
import { qrBitmap } from '../../../src/components/codes/qr-drawing.ts';
import {
  migrationObstacles,
  writeMigration,
} from '../../../src/lib/formats/google-migration-write.ts';
import { readMigration } from '../../../src/lib/formats/google-migration.ts';
import {
  addPart,
  batchEntries,
  missingParts,
  type MigrationBatch,
} from '../../../src/lib/formats/migration-batch.ts';
import type {
  HotpParameters,
  OtpParameters,
  TotpParameters,
} from '../../../src/lib/otp/parameters.ts';
import { BLACK, WHITE, draw, type Pixels } from '../../helpers/qr-picture.ts';

function totp(changes: Partial<TotpParameters> = {}): TotpParameters {
  return {
    type: 'totp',
    issuer: 'Amazon Web Services',
    account: `root-${randomInt(1e6)}@123456789012`,
    secret: new Uint8Array(randomBytes(40)),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    ...changes,
  };
}

function hotp(changes: Partial<HotpParameters> = {}): HotpParameters {
  const { issuer, account, secret, algorithm, digits } = totp();
  return { type: 'hotp', issuer, account, secret, algorithm, digits, counter: 7, ...changes };
}

const wrap = (all: readonly OtpParameters[]) => all.map((otp) => ({ otp }));

/** What our reader makes of all parts, brought in from the last to the first. */
function readBack(all: readonly OtpParameters[]): OtpParameters[] {
  const parts = writeMigration(wrap(all), -77).map(({ link }) => readMigration(link));
  const batch = parts.reverse().reduce<MigrationBatch>(addPart, []);
  expect(missingParts(batch)).toEqual([]);
  return batchEntries(batch);
}

describe('an export for Google Authenticator', () => {
  test('is read back to the same entries, whatever they are', () => {
    const all = Array.from({ length: 300 }, (_, index): OtpParameters => {
      const algorithm = (['SHA1', 'SHA256', 'SHA512'] as const)[index % 3] ?? 'SHA1';
      const digits = index % 2 === 0 ? 6 : 8;
      const secret = new Uint8Array(randomBytes(1 + (index % 90)));
      const common = { algorithm, digits, secret, account: `${'ü'.repeat(index)} ${index}`.trim() };
      return index % 5 === 0 ? hotp({ ...common, counter: index ** 5 }) : totp(common);
    });
    expect(readBack(all)).toEqual(all);
  });

  test.each([
    ['', ''],
    ['', 'ada'],
    ['Acme', ''],
    ['Acme', 'Other:ada'],
    ['Acme', 'Acme:ada'],
    ['Acme', 'Acme : ada'],
    ['A:B', 'c:d'],
    ['A:B', 'A:B'],
    ['Ünïcode 喵', '👩‍💻'],
  ])('keeps the names: issuer "%s", account "%s"', (issuer, account) => {
    const otp = totp({ issuer, account });
    expect(migrationObstacles(otp)).toEqual([]);
    expect(readBack([otp])).toEqual([otp]);
  });

  test('has ten entries in a part, in their order, and the number of each part', () => {
    const all = Array.from({ length: 21 }, () => totp({ secret: new Uint8Array(randomBytes(20)) }));
    const parts = writeMigration(wrap(all), 5);
    expect(parts.map(({ entries }) => entries.length)).toEqual([10, 10, 1]);
    expect(parts.flatMap(({ entries }) => entries.map(({ otp }) => otp))).toEqual(all);
    expect(parts.map(({ link }) => readMigration(link))).toMatchObject(
      [0, 1, 2].map((index) => ({ batchId: 5, index, size: 3, refused: [] })),
    );
  });

  test('spreads long entries over more parts, so that each still is a QR code', () => {
    const all = Array.from({ length: 10 }, () => totp({ account: 'a'.repeat(500) }));
    const parts = writeMigration(wrap(all), 5);
    expect(parts.length).toBeGreaterThan(4);
    for (const { link } of parts) expect(() => qrBitmap(link)).not.toThrow();
    expect(readBack(all)).toEqual(all);
  });

  test('leaves the secrets of the entries as they are', () => {
    const otp = totp();
    const before = otp.secret.slice();
    writeMigration(wrap([otp]), 1);
    expect(otp.secret).toEqual(before);
  });

  test.each([
    ['a period of a minute', totp({ period: 60 }), ['period']],
    ['seven digits', totp({ digits: 7 }), ['digits']],
    ['ten digits and an hour', totp({ digits: 10, period: 3600 }), ['period', 'digits']],
    ['counter codes of five digits', hotp({ digits: 5 }), ['digits']],
    ['Steam', { ...totp({ digits: 5 }), type: 'steam' as const }, ['steam']],
    ['a colon without an issuer', totp({ issuer: '', account: 'a:b' }), ['label']],
  ])('cannot hold %s, and says so instead of losing it', (_, otp, obstacles) => {
    expect(migrationObstacles(otp)).toEqual(obstacles);
    expect(() => writeMigration(wrap([totp(), otp]), 1)).toThrow(RangeError);
  });
});

/** The canvas that is shown, at so many pixels for a module. */
function pictureOf(text: string, scale: number): Pixels {
  const bitmap = qrBitmap(text);
  const side = (bitmap.size + 8) * scale;
  const module = (pixel: number) => Math.floor(pixel / scale) - 4;
  return draw(side, side, (x, y) => (bitmap.get(module(x), module(y)) ? BLACK : WHITE));
}

describe('its QR codes', () => {
  const cascade = nodeCascade();
  beforeAll(() =>
    cascade.look(
      draw(64, 64, () => WHITE),
      'thorough',
    ),
  );
  // Packages of older days come as a module in a module, or not.
  const jsQr = (jsQrModule as unknown as { default?: typeof jsQrModule }).default ?? jsQrModule;

  test.each([1, 3, 10])(
    'of %i entries are read by our cascade and by another reader',
    async (count) => {
      const all = Array.from({ length: count }, () => totp());
      const [part] = writeMigration(wrap(all), 9);
      const picture = pictureOf(part?.link ?? '', 3);
      const { codes } = await cascade.look(picture, 'thorough');
      expect(codes.map(({ text }) => text)).toEqual([part?.link]);
      expect(jsQr(picture.data, picture.width, picture.height)?.data).toBe(part?.link);
      expect(readMigration(part?.link ?? '').entries).toEqual(all);
    },
  );
});

import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';
import { qrModules } from '../../../src/lib/scan/encode.ts';
import { BLACK, WHITE, draw } from '../../helpers/qr-picture.ts';
import { randomBase32, seededRandom } from '../../helpers/random.ts';

/** Bytes that each version holds at level M, ISO/IEC 18004, table 7. */
const CAPACITIES = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
  711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989,
  2099, 2213, 2331,
];

/** What another implementation makes of the same bytes, under each mask. */
function peersModules(text: string): string[] {
  return ([0, 1, 2, 3, 4, 5, 6, 7] as const).map((maskPattern) => {
    const segments = [{ data: new TextEncoder().encode(text), mode: 'byte' as const }];
    const { modules } = create(segments, { errorCorrectionLevel: 'M', maskPattern });
    const rows = Array.from({ length: modules.size }, (_, y) =>
      Array.from({ length: modules.size }, (__, x) => modules.get(y, x)).join(''),
    );
    return rows.join('\n');
  });
}

function asText(modules: boolean[][]): string {
  return modules.map((row) => row.map(Number).join('')).join('\n');
}

function pictureOf(modules: boolean[][]) {
  const side = (modules.length + 8) * 3;
  const isDark = (x: number, y: number) =>
    modules[Math.floor(y / 3) - 4]?.[Math.floor(x / 3) - 4] === true;
  return draw(side, side, (x, y) => (isDark(x, y) ? BLACK : WHITE));
}

describe('qrModules', () => {
  test.each(CAPACITIES.map((capacity, index) => [index + 1, capacity] as const))(
    'makes the same code as another implementation, version %i with %i bytes',
    (version, capacity) => {
      const text = randomBase32(seededRandom(version), capacity).toLowerCase();
      const modules = qrModules(text);
      expect(modules).toHaveLength(17 + 4 * version);
      expect(peersModules(text)).toContain(asText(modules));
      if (version < 40) expect(qrModules(`${text}a`)).toHaveLength(21 + 4 * version);
    },
  );

  test.each(['', 'a', 'otpauth://totp/Zürich:例え🔐?secret=JBSWY3DPEHPK3PXP'])(
    'makes a code that reads as its text: "%s"',
    (text) => {
      const modules = qrModules(text);
      expect(peersModules(text)).toContain(asText(modules));
      expect(readQrCodes(pictureOf(modules))).toEqual([text]);
    },
  );

  test('chooses the mask that another implementation chooses', () => {
    const random = seededRandom(4);
    const same = Array.from({ length: 40 }, () => {
      const text = randomBase32(random, 100).toLowerCase();
      const { maskPattern } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
        errorCorrectionLevel: 'M',
      });
      return peersModules(text)[maskPattern ?? 0] === asText(qrModules(text));
    });
    expect(same.filter(Boolean).length).toBe(40);
  });

  test('refuses a text that no code holds', () => {
    expect(() => qrModules('a'.repeat(2332))).toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';
import { BLACK, CLEAR, WHITE, addNoise, draw, drawQr, placeOn } from '../../helpers/qr-picture.ts';
import type { Pixels } from '../../helpers/qr-picture.ts';
import { randomBase32, seededRandom } from '../../helpers/random.ts';

const LINK = `otpauth://totp/Amazon%20Web%20Services:device@123456789012?secret=${randomBase32(seededRandom(1), 64)}&issuer=Amazon%20Web%20Services`;
const GRAY = [128, 128, 128, 255] as const;

function upperHalfOf({ width, height, data }: Pixels): Pixels {
  const rows = Math.floor(height / 2);
  return { width, height: rows, data: data.slice(0, width * rows * 4) };
}

describe('readQrCodes', () => {
  test('reads light modules on a dark ground', () => {
    expect(readQrCodes(drawQr(LINK, { dark: WHITE, light: BLACK }))).toEqual([LINK]);
  });

  test('reads dark modules on a transparent ground', () => {
    expect(readQrCodes(drawQr(LINK, { light: CLEAR }))).toEqual([LINK]);
  });

  test('reads white modules on a transparent ground, as made for dark pages', () => {
    expect(readQrCodes(drawQr(LINK, { dark: WHITE, light: [255, 255, 255, 0] }))).toEqual([LINK]);
  });

  test('reads colored modules', () => {
    const colors = { dark: [20, 40, 120, 255], light: [255, 240, 210, 255] } as const;
    expect(readQrCodes(drawQr(LINK, colors))).toEqual([LINK]);
  });

  test.each([
    'otpauth://totp/Zürich%20Bank:jürg@example.com?secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/例え:利用者?secret=JBSWY3DPEHPK3PXP',
    'otpauth://totp/🔐:me?secret=JBSWY3DPEHPK3PXP',
  ])('takes bytes as UTF-8: %s', (text) => {
    expect(readQrCodes(drawQr(text))).toEqual([text]);
  });

  test('keeps digits and capital letters as they are', () => {
    expect(readQrCodes(drawQr('0012345678901234567890'))).toEqual(['0012345678901234567890']);
    expect(readQrCodes(drawQr('HTTPS://EXAMPLE.COM/$%*+-./:'))).toEqual([
      'HTTPS://EXAMPLE.COM/$%*+-./:',
    ]);
  });

  test.each([1, 1.5, 2, 3, 8, 20, 33])('reads modules of %s pixels', (moduleSize) => {
    expect(readQrCodes(drawQr(LINK, { moduleSize }))).toEqual([LINK]);
  });

  test('reads codes without any border', () => {
    expect(readQrCodes(drawQr(LINK, { quietZone: 0 }))).toEqual([LINK]);
  });

  test('reads a small code on a 4K screen', () => {
    const screen = { width: 3840, height: 2160, x: 2900, y: 1500, color: WHITE };
    expect(readQrCodes(placeOn(drawQr(LINK, { moduleSize: 3 }), screen))).toEqual([LINK]);
  });

  test('reads a code on a dark page', () => {
    const page = { width: 900, height: 700, x: 300, y: 200, color: BLACK };
    expect(readQrCodes(placeOn(drawQr(LINK, { quietZone: 1 }), page))).toEqual([LINK]);
  });

  test('reads a large code in a picture of more than 12 megapixels', () => {
    const page = { width: 5200, height: 2600, x: 3000, y: 700, color: WHITE };
    expect(readQrCodes(placeOn(drawQr(LINK, { moduleSize: 20 }), page))).toEqual([LINK]);
  });

  test('reads codes under noise', () => {
    const noisy = addNoise(drawQr(LINK, { moduleSize: 6 }), 90, seededRandom(7));
    expect(readQrCodes(noisy)).toEqual([LINK]);
  });

  test('reads a code with a low contrast', () => {
    const colors = { dark: [110, 110, 110, 255], light: [150, 150, 150, 255] } as const;
    expect(readQrCodes(drawQr(LINK, colors))).toEqual([LINK]);
  });

  test('reads versions from 1 to 40', () => {
    for (const length of [1, 50, 200, 600, 1200, 2300]) {
      const text = randomBase32(seededRandom(length), length).toLowerCase();
      expect(readQrCodes(drawQr(text, { moduleSize: 3 }))).toEqual([text]);
    }
  });

  test('looks at camera frames quickly and reads plain codes there too', () => {
    expect(readQrCodes(drawQr(LINK), 'quick')).toEqual([LINK]);
    expect(readQrCodes(drawQr(LINK, { dark: WHITE, light: BLACK }), 'quick')).toEqual([LINK]);
  });

  test.each([
    ['a plain picture', draw(300, 200, () => GRAY)],
    [
      'noise',
      addNoise(
        draw(300, 200, () => GRAY),
        128,
        seededRandom(3),
      ),
    ],
    ['stripes', draw(300, 200, (x) => ((x >> 2) % 2 === 0 ? BLACK : WHITE))],
    ['the upper half of a code', upperHalfOf(drawQr(LINK))],
    ['a single pixel', draw(1, 1, () => WHITE)],
    ['a line', draw(5000, 1, () => BLACK)],
    ['transparency', draw(100, 100, () => CLEAR)],
  ])('finds nothing in %s', (_, picture) => {
    expect(readQrCodes(picture)).toEqual([]);
  });

  test.each([
    { width: 0, height: 0, data: new Uint8ClampedArray() },
    { width: 4, height: 0, data: new Uint8ClampedArray() },
    { width: 10, height: 10, data: new Uint8ClampedArray(399) },
    { width: 10, height: 10, data: new Uint8ClampedArray(100) },
    { width: 2.5, height: 2, data: new Uint8ClampedArray(20) },
    { width: -2, height: -2, data: new Uint8ClampedArray(16) },
    { width: NaN, height: 2, data: new Uint8ClampedArray(16) },
  ])('refuses $width by $height pixels in $data.length bytes', (picture) => {
    expect(() => readQrCodes(picture)).toThrow(expect.objectContaining({ code: 'empty-picture' }));
  });

  test('leaves the picture as it was', () => {
    const picture = drawQr(LINK, { dark: WHITE, light: BLACK });
    const before = picture.data.slice();
    readQrCodes(picture);
    expect(picture.data).toEqual(before);
  });
});

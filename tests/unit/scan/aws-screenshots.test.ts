import { expect, test } from 'vitest';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';
import { drawQr, resample } from '../../helpers/qr-picture.ts';
import { pick, randomBase32, seededRandom } from '../../helpers/random.ts';
import type { Random } from '../../helpers/random.ts';

const PICTURES = 200;

/** What the AWS console shows, with a secret of AWS's length. */
function randomLink(random: Random): string {
  const secret = randomBase32(random, 64);
  return `otpauth://totp/Amazon%20Web%20Services:device@123456789012?secret=${secret}&issuer=Amazon%20Web%20Services`;
}

/** A code as a screenshot shows it: laid out anywhere, then scaled to the screen's pixels. */
function screenshotOf(text: string, random: Random) {
  const picture = drawQr(text, {
    moduleSize: pick(random, [2, 2.5, 3, 3.33, 3.5, 4, 4.25, 5, 6]),
    quietZone: pick(random, [1, 2, 4]),
    shift: random(),
    smooth: random() < 0.6,
    errorCorrection: pick(random, ['L', 'M', 'Q', 'H']),
  });
  const deviceScale = pick(random, [1, 1.25, 1.5, 2]);
  return deviceScale === 1 ? picture : resample(picture, deviceScale);
}

test.each([11, 12])(
  'reads 200 of 200 random AWS-length codes in screenshots (seed %i)',
  { timeout: 60_000 },
  (seed) => {
    const random = seededRandom(seed);
    const links = Array.from({ length: PICTURES }, () => randomLink(random));
    const texts = links.map((link) => readQrCodes(screenshotOf(link, random)));
    expect(texts).toEqual(links.map((link) => [link]));
  },
);

test('reads 200 of 200 random AWS-length codes at whole-pixel modules', { timeout: 60_000 }, () => {
  const random = seededRandom(13);
  const links = Array.from({ length: PICTURES }, () => randomLink(random));
  const texts = links.map((link, index) =>
    readQrCodes(drawQr(link, { moduleSize: 2 + (index % 7) })),
  );
  expect(texts).toEqual(links.map((link) => [link]));
});

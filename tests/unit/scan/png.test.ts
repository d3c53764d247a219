import { expect, test } from 'vitest';
import { encodePng } from '../../helpers/png.ts';
import { draw } from '../../helpers/qr-picture.ts';

const sharp = await import('sharp').then(
  (module) => module.default,
  () => undefined,
);

test.skipIf(sharp === undefined)('test pictures encode to PNG that others decode', async () => {
  const picture = draw(31, 17, (x, y) => [x * 8, y * 15, x * y, x === y ? 100 : 255]);
  const decoded = await sharp?.(encodePng(picture)).raw().toBuffer({ resolveWithObject: true });
  expect(decoded?.info).toMatchObject({ format: 'raw', width: 31, height: 17, channels: 4 });
  expect(new Uint8ClampedArray(decoded?.data ?? [])).toEqual(picture.data);
});

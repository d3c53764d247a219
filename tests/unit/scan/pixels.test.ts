import { describe, expect, test } from 'vitest';
import { planSizes } from '../../../src/lib/scan/attempts.ts';
import { invert, isTransparent, toGray } from '../../../src/lib/scan/luminance.ts';
import { fitSize } from '../../../src/lib/scan/picture.ts';
import { resize } from '../../../src/lib/scan/resize.ts';

/** One pixel a color: red, green, blue, alpha. */
function pictureOf(...colors: readonly number[][]) {
  return { width: colors.length, height: 1, data: Uint8ClampedArray.from(colors.flat()) };
}

function grayOf(width: number, ...values: readonly number[]) {
  return { width, height: values.length / width, data: Uint8ClampedArray.from(values) };
}

describe('toGray', () => {
  test('weighs colors as ITU-R BT.601 does', () => {
    const picture = pictureOf([255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [9, 9, 9, 255]);
    expect([...toGray(picture, 255).data]).toEqual([76, 150, 29, 9]);
  });

  test('lets the background through where pixels are transparent', () => {
    const picture = pictureOf([0, 0, 0, 0], [0, 0, 0, 51], [200, 200, 200, 255]);
    expect([...toGray(picture, 255).data]).toEqual([255, 204, 200]);
    expect([...toGray(picture, 0).data]).toEqual([0, 0, 200]);
  });

  test('tells whether anything is transparent', () => {
    expect(isTransparent(pictureOf([1, 2, 3, 255], [1, 2, 3, 255]))).toBe(false);
    expect(isTransparent(pictureOf([1, 2, 3, 255], [1, 2, 3, 254]))).toBe(true);
  });
});

test('invert turns dark to light', () => {
  expect([...invert(grayOf(3, 0, 100, 255)).data]).toEqual([255, 155, 0]);
});

describe('resize', () => {
  test('averages whole areas', () => {
    const halved = resize(grayOf(4, 0, 10, 20, 30, 40, 50, 60, 70), { width: 2, height: 1 });
    expect([...halved.data]).toEqual([25, 45]);
  });

  test('weighs shared pixels by what each takes of them', () => {
    // Pixels of 1.5: the middle one gives half to either side.
    const smaller = resize(grayOf(3, 0, 90, 240), { width: 2, height: 1 });
    expect([...smaller.data]).toEqual([30, 190]);
  });

  test('interpolates between neighbors', () => {
    expect([...resize(grayOf(2, 0, 100), { width: 4, height: 1 }).data]).toEqual([0, 25, 75, 100]);
    expect([...resize(grayOf(1, 0, 100), { width: 1, height: 4 }).data]).toEqual([0, 25, 75, 100]);
  });

  test('keeps a plain picture plain at any size', () => {
    const plain = grayOf(7, ...Array.from({ length: 35 }, () => 123));
    for (const size of [
      { width: 3, height: 2 },
      { width: 20, height: 9 },
      { width: 5, height: 11 },
    ]) {
      const resized = resize(plain, size);
      expect(resized).toMatchObject(size);
      expect(new Set(resized.data)).toEqual(new Set([123]));
    }
  });
});

describe('fitSize', () => {
  test('leaves what fits', () => {
    expect(fitSize({ width: 4000, height: 3000 }, 12_000_000)).toEqual({
      width: 4000,
      height: 3000,
    });
  });

  test('scales 100 megapixels to 12, in the same shape', () => {
    const { width, height } = fitSize({ width: 12_000, height: 8_334 }, 12_000_000);
    expect(width * height).toBeLessThanOrEqual(12_000_000);
    expect(width * height).toBeGreaterThan(11_980_000);
    expect(width / height).toBeCloseTo(12_000 / 8_334, 2);
  });

  test('never has a side longer than a canvas, nor one of nothing', () => {
    expect(fitSize({ width: 60_000, height: 1 }, 12_000_000)).toEqual({ width: 16_384, height: 1 });
  });
});

describe('planSizes', () => {
  test('looks at the picture as it is first, and at five other sizes', () => {
    const sizes = planSizes({ width: 400, height: 200 }, 'thorough');
    expect(sizes.map(({ width }) => width)).toEqual([400, 800, 300, 600, 200, 1200]);
    expect(sizes.map(({ height }) => height)).toEqual([200, 400, 150, 300, 100, 600]);
  });

  test('does not enlarge large pictures nor shrink small ones to nothing', () => {
    expect(planSizes({ width: 4000, height: 3000 }, 'thorough')).toHaveLength(3);
    expect(planSizes({ width: 25, height: 25 }, 'thorough').map(({ width }) => width)).toEqual([
      25, 50, 38, 75,
    ]);
    expect(planSizes({ width: 6, height: 900 }, 'thorough')).toEqual([]);
  });

  test('bounds the pixels that are looked at', () => {
    for (let side = 1; side <= 3464; side += 7) {
      const total = planSizes({ width: side, height: side }, 'thorough').reduce(
        (sum, { width, height }) => sum + width * height,
        0,
      );
      expect(total).toBeLessThanOrEqual(1.82 * side * side + 12_000_000);
    }
  });
});

import { ScanError } from './errors.ts';

/**
 * Pixels as a canvas gives them: rows from the top, four bytes (red, green,
 * blue, alpha, not premultiplied) per pixel. A browser's `ImageData` is one.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A width and a height in whole pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Most pixels that are searched for codes. It is a 4000 by 3000 photo or one
 * and a half 4K screens; what is larger is scaled down to it first.
 */
export const MAX_SEARCHED_PIXELS = 12_000_000;

/** Longest side that every browser's canvas holds. */
const MAX_SEARCHED_SIDE = 16_384;

/** The same shape, scaled down where it has more pixels or a longer side than allowed. */
export function fitSize(size: Size, maxPixels: number, maxSide = MAX_SEARCHED_SIDE): Size {
  const { width, height } = size;
  const factor = Math.min(
    1,
    Math.sqrt(maxPixels / (width * height)),
    maxSide / Math.max(width, height),
  );
  if (factor === 1) return size;
  return {
    width: Math.max(1, Math.floor(width * factor)),
    height: Math.max(1, Math.floor(height * factor)),
  };
}

/**
 * Checks that the bytes are as many as the size says.
 *
 * @throws ScanError `empty-picture` when there are no pixels or the bytes do not fit the size.
 */
export function assertPicture(picture: Picture): void {
  const { width, height, data } = picture;
  const sized = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (!sized || data.length !== width * height * 4) throw new ScanError('empty-picture');
}

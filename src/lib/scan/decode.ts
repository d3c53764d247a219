import { planSizes } from './attempts.ts';
import type { Effort } from './attempts.ts';
import { invert, isTransparent, toGray } from './luminance.ts';
import type { GrayPicture } from './luminance.ts';
import { MAX_SEARCHED_PIXELS, assertPicture, fitSize } from './picture.ts';
import type { Picture } from './picture.ts';
import { resize } from './resize.ts';
import { decodeOnce } from './decode-once.ts';

/**
 * Reads the QR code in a picture: as it is, inverted, and at other sizes, until
 * one attempt reads it. Transparent pixels are taken as white, then as black.
 * Pictures of more than 12 megapixels are scaled down first, so the work is
 * bounded whatever the picture shows.
 *
 * @returns The texts of the codes that were read, at present one at most; empty when there is none.
 * @throws ScanError `empty-picture` when there are no pixels or the bytes do not fit the size.
 */
export function readQrCodes(picture: Picture, effort: Effort = 'thorough'): string[] {
  assertPicture(picture);
  const backgrounds = isTransparent(picture) ? ([255, 0] as const) : ([255] as const);
  for (const background of backgrounds) {
    const text = search(toGray(picture, background), effort);
    if (text !== undefined) return [text];
  }
  return [];
}

function search(gray: GrayPicture, effort: Effort): string | undefined {
  const start = resize(gray, fitSize(gray, MAX_SEARCHED_PIXELS));
  for (const size of planSizes(start, effort)) {
    const view = resize(start, size);
    const text = decode(view) ?? decode(invert(view));
    if (text !== undefined) return text;
  }
  return undefined;
}

function decode(gray: GrayPicture): string | undefined {
  return decodeOnce(gray, 'hybrid') ?? decodeOnce(gray, 'histogram');
}

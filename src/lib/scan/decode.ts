import { planSizes } from './attempts.ts';
import type { Effort } from './attempts.ts';
import { decodeOnce } from './decode-once.ts';
import { NOTHING } from './finding.ts';
import type { Look } from './finding.ts';
import { invert, isTransparent, toGray } from './luminance.ts';
import type { GrayPicture } from './luminance.ts';
import { MAX_SEARCHED_PIXELS, assertPicture, fitSize } from './picture.ts';
import type { Picture, Size } from './picture.ts';
import { resize } from './resize.ts';

/**
 * Reads the QR codes in a picture with the small reader alone: as it is, inverted,
 * and at other sizes, until one attempt reads any. Transparent pixels are taken as
 * white, then as black. Pictures of more than 12 megapixels are scaled down first,
 * so the work is bounded whatever the picture shows.
 *
 * @returns The texts of the codes that were read; empty when there are none.
 * @throws ScanError `empty-picture` when there are no pixels or the bytes do not fit the size.
 */
export function readQrCodes(picture: Picture, effort: Effort = 'thorough'): string[] {
  assertPicture(picture);
  const backgrounds = isTransparent(picture) ? ([255, 0] as const) : ([255] as const);
  for (const background of backgrounds) {
    const gray = toGray(picture, background);
    const start = resize(gray, fitSize(gray, MAX_SEARCHED_PIXELS));
    for (const size of planSizes(start, effort)) {
      const { codes } = lookSmall(start, size);
      if (codes.length > 0) return codes.map(({ text }) => text);
    }
  }
  return [];
}

/**
 * Looks with the small reader at one size: as it is and inverted, each made black and
 * white in two ways.
 *
 * @param onlyDark Leaves inverted codes out, where another reader has looked for them.
 */
export function lookSmall(gray: GrayPicture, size: Size, onlyDark = false): Look {
  const view = resize(gray, size);
  let unreadable = false;
  for (const shown of onlyDark ? [view] : [view, invert(view)]) {
    for (const binarizer of ['hybrid', 'histogram'] as const) {
      const look = decodeOnce(shown, binarizer);
      if (look.codes.length > 0) return look;
      unreadable ||= look.unreadable;
    }
  }
  return { ...NOTHING, unreadable };
}

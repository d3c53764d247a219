import type { Size } from './picture.ts';

/**
 * How hard to look: `thorough` for a picture; `quick` for one camera frame of many, and
 * `careful` for one in a few of them, for a code that is held still and hard to read.
 */
export type Effort = 'thorough' | 'careful' | 'quick';

/**
 * Scales in the order that reads most the soonest: crisp codes are read as they
 * are, small ones enlarged, blurred or noisy ones reduced. The decoder loses some
 * crisp codes at one size to rounding and gets them at another.
 */
const SCALES: Readonly<Record<Effort, readonly number[]>> = {
  thorough: [1, 2, 0.75, 1.5, 0.5, 3],
  careful: [1, 2, 0.75, 0.5],
  quick: [1, 0.75, 0.5],
};

/** The scales at which the small reader reads what the WebAssembly one, which went before, does not. */
const AFTER_WASM: readonly number[] = [0.5, 1.5, 3];

/** Large pictures are not enlarged: what they show is large enough. */
const MAX_ENLARGED_PIXELS = 4_000_000;

/** Smallest side that can hold a code: 21 modules of a pixel each. */
const MIN_SIDE = 21;

/**
 * The sizes at which to look at a picture, best first. Six at most; together
 * they have at most 1.8125 times the picture's pixels and 12 million.
 */
export function planSizes(picture: Size, effort: Effort): Size[] {
  return sizesOf(picture, SCALES[effort]);
}

/** The sizes that are left to the small reader once the WebAssembly one has looked. */
export function planRest(picture: Size): Size[] {
  return sizesOf(picture, AFTER_WASM);
}

function sizesOf(picture: Size, scales: readonly number[]): Size[] {
  return scales
    .map((scale) => ({
      scale,
      width: Math.round(picture.width * scale),
      height: Math.round(picture.height * scale),
    }))
    .filter(({ scale, width, height }) => scale <= 1 || width * height <= MAX_ENLARGED_PIXELS)
    .filter(({ width, height }) => Math.min(width, height) >= MIN_SIDE)
    .map(({ width, height }) => ({ width, height }));
}

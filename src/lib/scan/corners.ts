import type { FinderPattern } from './zxing.ts';

/** Three finder patterns that may be the corners of one code. */
export interface Corners {
  readonly patterns: readonly [FinderPattern, FinderPattern, FinderPattern];
  /** Mean distance in pixels from the corner at the right angle to the other two. */
  readonly leg: number;
  /** Mean width of their modules in pixels. */
  readonly moduleSize: number;
  /** How far they are from a code's corners: below `LIKELY` they are nearly always some. */
  readonly error: number;
}

/** Corners with a smaller error look like a code's to a person, too. */
export const LIKELY = 0.35;

/** Most patterns that are combined: 24 make 2,024 combinations. */
const MAX_PATTERNS = 24;

/** A code has 21 to 177 modules a side; its corners' centers are 7 modules closer. */
const MIN_LEG_MODULES = 10;
const MAX_LEG_MODULES = 185;

/**
 * Combines finder patterns to corners, the likeliest first: those that are most
 * like a right triangle with equal legs and equal modules, and of equals the larger.
 */
export function rankCorners(found: readonly FinderPattern[]): Corners[] {
  const patterns = [...found]
    .sort((one, other) => other.getCount() - one.getCount())
    .slice(0, MAX_PATTERNS);
  const ranked: Corners[] = [];
  patterns.forEach((first, index) => {
    patterns.slice(index + 1).forEach((second, distance) => {
      for (const third of patterns.slice(index + distance + 2)) {
        const corners = measure([first, second, third]);
        const modules = corners.leg / corners.moduleSize;
        if (modules > MIN_LEG_MODULES && modules < MAX_LEG_MODULES) ranked.push(corners);
      }
    });
  });
  return ranked.sort((one, other) => one.error - other.error || other.leg - one.leg);
}

function measure(patterns: Corners['patterns']): Corners {
  const [first, second, third] = patterns;
  const [short, long, hypotenuse] = [
    distance(first, second),
    distance(second, third),
    distance(first, third),
  ].sort((one, other) => one - other) as [number, number, number];
  const sizes = patterns.map((pattern) => pattern.getEstimatedModuleSize());
  const moduleSize = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const unequalLegs = (long - short) / long;
  const notRight = Math.abs(1 - (short ** 2 + long ** 2) / hypotenuse ** 2);
  const unequalSizes = (Math.max(...sizes) - Math.min(...sizes)) / moduleSize;
  return {
    patterns,
    leg: (short + long) / 2,
    moduleSize,
    error: unequalLegs + notRight + unequalSizes,
  };
}

function distance(one: FinderPattern, other: FinderPattern): number {
  return Math.hypot(one.getX() - other.getX(), one.getY() - other.getY());
}

import { CodeArea } from './code-area.ts';
import { LIKELY, rankCorners } from './corners.ts';
import type { Corners } from './corners.ts';
import { NOTHING } from './finding.ts';
import type { FoundCode, Look } from './finding.ts';
import { findFinderPatterns } from './finder-patterns.ts';
import type { GrayPicture } from './luminance.ts';
import {
  DecodeHintType,
  Decoder,
  Detector,
  FinderPatternInfo,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  RGBLuminanceSource,
  ResultPoint,
} from './zxing.ts';
import type { BitMatrix } from './zxing.ts';

/**
 * How gray becomes black and white: `hybrid` with a threshold per block, which
 * stands uneven light; `histogram` with one for the whole picture, which stands
 * noise and thin lines.
 */
export type Binarizer = 'hybrid' | 'histogram';

const BINARIZERS = { hybrid: HybridBinarizer, histogram: GlobalHistogramBinarizer };

/** Most sets of corners that are tried; the true one is nearly always the first or second. */
const MAX_CORNERS = 10;

/** Sides of codes in modules: versions 1 to 40, four apart (ISO/IEC 18004, 6.3.1). */
const MIN_SIDE = 21;
const MAX_SIDE = 177;
const SIDE_STEP = 4;

const AS_UTF8 = new Map([[DecodeHintType.CHARACTER_SET, 'UTF-8']]);

/** Most codes that are read in one picture. */
const MAX_CODES = 16;

/**
 * Looks once for QR codes.
 *
 * @returns The texts of all that could be corrected. Bytes are UTF-8 unless the code
 *   says otherwise or they cannot be.
 */
export function decodeOnce(gray: GrayPicture, binarizer: Binarizer): Look {
  const source = new RGBLuminanceSource(gray.data, gray.width, gray.height);
  const matrix = attempt(() => new BINARIZERS[binarizer](source).getBlackMatrix());
  if (matrix === undefined) return NOTHING;
  const codes: FoundCode[] = [];
  let patterns = findFinderPatterns(matrix);
  while (codes.length < MAX_CODES) {
    const ranked = rankCorners(patterns).slice(0, MAX_CORNERS);
    // Beside a code that was read, only what looks like another one is worth the time.
    const worth = codes.length === 0 ? ranked : ranked.filter(({ error }) => error < LIKELY);
    const code = firstCode(matrix, worth);
    if (code === undefined) return { codes, unreadable: worth.some(({ error }) => error < LIKELY) };
    const area = new CodeArea(code.corners);
    codes.push({ text: code.text, box: area.box(gray) });
    patterns = patterns.filter((pattern) => !area.covers(pattern));
  }
  return { codes, unreadable: false };
}

function firstCode(
  matrix: BitMatrix,
  ranked: readonly Corners[],
): { text: string; corners: Corners } | undefined {
  for (const corners of ranked) {
    const text = decodeAt(matrix, corners);
    if (text !== undefined) return { text, corners };
  }
  return undefined;
}

function decodeAt(matrix: BitMatrix, corners: Corners): string | undefined {
  const patterns = [...corners.patterns];
  ResultPoint.orderBestPatterns(patterns);
  const info = new FinderPatternInfo(patterns);
  for (const side of likelySides(matrix, info, corners)) {
    const detector = new SizedDetector(matrix, corners.leg / (side - 7));
    const text = attempt(() => textOf(detector.processFinderPatternInfo(info).getBits()));
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf(modules: BitMatrix): string {
  const text = new Decoder().decodeBitMatrix(modules.clone(), AS_UTF8).getText();
  return text.includes('\uFFFD') ? new Decoder().decodeBitMatrix(modules).getText() : text;
}

type PatternInfo = InstanceType<typeof FinderPatternInfo>;

/**
 * Sides that the code may have, in modules, the likeliest first. One measurement
 * walks from corner to corner, the other is of the corners' own widths; either is
 * off by a version now and then, so the neighbors count too.
 */
function likelySides(matrix: BitMatrix, info: PatternInfo, corners: Corners): Set<number> {
  const walked = new SizedDetector(matrix).measureModules(info);
  const sides = [walked, corners.moduleSize].flatMap((moduleSize) => {
    const modules = corners.leg / moduleSize + 7;
    const side = Math.round((modules - MIN_SIDE) / SIDE_STEP) * SIDE_STEP + MIN_SIDE;
    return [side, side + SIDE_STEP, side - SIDE_STEP];
  });
  return new Set(sides.filter((side) => side >= MIN_SIDE && side <= MAX_SIDE));
}

/** The library's detector, told how wide a module is where that is given. */
class SizedDetector extends Detector {
  readonly #moduleSize: number | undefined;

  constructor(matrix: BitMatrix, moduleSize?: number) {
    super(matrix);
    this.#moduleSize = moduleSize;
  }

  /** Width of a module in pixels; not a number where the walk meets no edges. */
  measureModules(info: PatternInfo): number {
    return super.calculateModuleSize(info.getTopLeft(), info.getTopRight(), info.getBottomLeft());
  }

  override calculateModuleSize(
    ...corners: Parameters<InstanceType<typeof Detector>['calculateModuleSize']>
  ): number {
    return this.#moduleSize ?? super.calculateModuleSize(...corners);
  }

  override processFinderPatternInfo(info: PatternInfo) {
    return super.processFinderPatternInfo(info);
  }
}

/** "Not found" is thrown too, and a picture that trips the library is one without a code. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

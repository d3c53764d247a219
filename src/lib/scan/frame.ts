import { LIKELY, rankCorners } from './corners.ts';
import { findFinderPatterns } from './finder-patterns.ts';
import type { GrayPicture } from './luminance.ts';
import { fitSize } from './picture.ts';
import { resize } from './resize.ts';
import { HybridBinarizer, RGBLuminanceSource } from './zxing.ts';

/** What can be measured of a camera's frame in which no code was read. */
export interface FrameMeasure {
  /** Mean brightness, 0 to 255. */
  readonly light: number;
  /** How steep the strongest edges are, 0 to 1: the share of them that falls into two pixels. */
  readonly sharpness: number;
  /** Standard deviation of the brightness, 0 to 127. */
  readonly contrast: number;
  /** Width of a module in pixels of the frame, where the corners of a code were seen. */
  readonly moduleSize?: number;
}

/** All frames are measured at this size, so that the numbers can be compared. */
const MEASURED_PIXELS = 320 * 240;

/** Measures a frame; a few milliseconds. */
export function measureFrame(gray: GrayPicture): FrameMeasure {
  const small = resize(gray, fitSize(gray, MEASURED_PIXELS));
  const light = mean(small.data);
  const variance = varianceOf(small.data, light);
  const moduleSize = cornerModules(gray) ?? smallModules(gray);
  return {
    light,
    contrast: Math.sqrt(variance),
    sharpness: edgeSteepness(gray),
    ...(moduleSize !== undefined && { moduleSize }),
  };
}

function mean(data: Uint8ClampedArray): number {
  return data.reduce((sum, light) => sum + light, 0) / data.length;
}

function varianceOf(data: Uint8ClampedArray, average: number): number {
  return data.reduce((sum, light) => sum + (light - average) ** 2, 0) / data.length;
}

/**
 * The median steepness of the strongest edges, looked for along every fourth row: the
 * largest change over two pixels in proportion to that over sixteen. Noise matters
 * little, as it is weak beside the edges that count.
 */
function edgeSteepness({ width, height, data }: GrayPicture): number {
  const edges: { range: number; steepness: number }[] = [];
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x + EDGE_REACH < width; x += EDGE_REACH / 2) {
      const start = y * width + x;
      edges.push(steepest(data.subarray(start, start + EDGE_REACH)));
    }
  }
  edges.sort((one, other) => other.range - one.range);
  const strong = edges.slice(0, Math.ceil(edges.length * STRONG_SHARE));
  strong.sort((one, other) => one.steepness - other.steepness);
  return strong[Math.floor(strong.length / 2)]?.steepness ?? 0;
}

/** Pixels within which an edge rises or falls as a whole, however blurred. */
const EDGE_REACH = 16;

/** Which share of the places is looked at: the edges of a small code take about so much. */
const STRONG_SHARE = 0.01;

function steepest(line: Uint8ClampedArray): { range: number; steepness: number } {
  let [least, most, step] = [255, 0, 0];
  for (let x = 0; x < line.length; x += 1) {
    const light = line[x] ?? 0;
    least = Math.min(least, light);
    most = Math.max(most, light);
    step = Math.max(step, Math.abs(light - (line[x - 2] ?? light)));
  }
  return { range: most - least, steepness: step / Math.max(1, most - least) };
}

/** Corners too small to be seen as they are: looked for in the middle of the frame, enlarged. */
function smallModules({ width, height, data }: GrayPicture): number | undefined {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const middle = new Uint8ClampedArray(size.width * size.height);
  const left = Math.floor(width / 4);
  for (let row = 0; row < size.height; row += 1) {
    const start = (Math.floor(height / 4) + row) * width + left;
    middle.set(data.subarray(start, start + size.width), row * size.width);
  }
  if (middle.length === 0) return undefined;
  const enlarged = resize({ ...size, data: middle }, { width, height });
  const found = cornerModules(enlarged);
  return found === undefined ? undefined : found / 2;
}

function cornerModules({ data, width, height }: GrayPicture): number | undefined {
  try {
    const matrix = new HybridBinarizer(new RGBLuminanceSource(data, width, height));
    const [best] = rankCorners(findFinderPatterns(matrix.getBlackMatrix()));
    return best !== undefined && best.error < LIKELY ? best.moduleSize : undefined;
  } catch {
    // Too small a frame, or one without any contrast.
    return undefined;
  }
}

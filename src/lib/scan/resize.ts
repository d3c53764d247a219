import type { GrayPicture } from './luminance.ts';
import type { Size } from './picture.ts';

/**
 * Scales a gray picture: each new pixel is the average of the area it covers
 * where the picture shrinks, and lies between its neighbors (bilinear) where it
 * grows. The size is in whole pixels, at least 1 by 1.
 */
export function resize(gray: GrayPicture, size: Size): GrayPicture {
  if (gray.width === size.width && gray.height === size.height) return gray;
  const columns = spread(gray.width, size.width);
  const rows = spread(gray.height, size.height);
  const data = new Uint8ClampedArray(size.width * size.height);
  const sums = new Float32Array(size.width);
  for (let y = 0; y < size.height; y += 1) {
    sums.fill(0);
    for (let tap = rows.starts[y] ?? 0; tap < (rows.starts[y + 1] ?? 0); tap += 1) {
      const offset = (rows.sources[tap] ?? 0) * gray.width;
      addRow(sums, gray.data, offset, columns, rows.weights[tap] ?? 0);
    }
    data.set(sums, y * size.width);
  }
  return { ...size, data };
}

/** For each new position, which old ones count and how much; the weights of one sum to 1. */
interface Taps {
  /** Taps of position `i` are `starts[i]` up to, not including, `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly sources: Uint32Array;
  readonly weights: Float32Array;
}

function addRow(
  sums: Float32Array,
  data: Uint8ClampedArray,
  offset: number,
  { starts, sources, weights }: Taps,
  rowWeight: number,
): void {
  for (let x = 0, tap = 0; x < sums.length; x += 1) {
    const end = starts[x + 1] ?? 0;
    let sum = 0;
    for (; tap < end; tap += 1) {
      sum += (data[offset + (sources[tap] ?? 0)] ?? 0) * (weights[tap] ?? 0);
    }
    sums[x] = (sums[x] ?? 0) + sum * rowWeight;
  }
}

/** The taps of one axis: exact boxes where it shrinks, triangles where it does not. */
function spread(from: number, to: number): Taps {
  const starts = new Uint32Array(to + 1);
  const sources: number[] = [];
  const weights: number[] = [];
  for (let position = 0; position < to; position += 1) {
    if (to < from) addBox(position * (from / to), (position + 1) * (from / to), from);
    else addTriangle((position + 0.5) * (from / to) - 0.5);
    starts[position + 1] = sources.length;
  }
  return { starts, sources: Uint32Array.from(sources), weights: Float32Array.from(weights) };

  function addBox(start: number, end: number, limit: number): void {
    for (let source = Math.floor(start); source < Math.min(end, limit); source += 1) {
      const covered = Math.min(source + 1, end) - Math.max(source, start);
      add(source, covered / (end - start));
    }
  }

  function addTriangle(center: number): void {
    const left = Math.floor(center);
    add(Math.max(0, left), 1 - (center - left));
    add(Math.min(from - 1, left + 1), center - left);
  }

  function add(source: number, weight: number): void {
    sources.push(source);
    weights.push(weight);
  }
}

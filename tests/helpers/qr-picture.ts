import { create } from 'qrcode';
import type { QRCodeErrorCorrectionLevel } from 'qrcode';
import type { Random } from './random.ts';

/** Pixels as a canvas gives them: four bytes each, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Red, green, blue and alpha, 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number, alpha: number];

export const BLACK: Color = [0, 0, 0, 255];
export const WHITE: Color = [255, 255, 255, 255];
export const CLEAR: Color = [0, 0, 0, 0];

export interface QrPictureOptions {
  /** Side of a module in pixels; may be fractional. */
  readonly moduleSize?: number;
  /** Width of the border in modules. */
  readonly quietZone?: number;
  /** Shift of the whole code in pixels, less than one, as a page's layout causes it. */
  readonly shift?: number;
  /** Whether a pixel that two modules share is a blend of both, or takes the one at its center. */
  readonly smooth?: boolean;
  readonly dark?: Color;
  readonly light?: Color;
  readonly errorCorrection?: QRCodeErrorCorrectionLevel;
}

/** Draws the QR code of a text. */
export function drawQr(text: string, options: QrPictureOptions = {}): Pixels {
  const { moduleSize = 4, quietZone = 4, shift = 0, smooth = true } = options;
  const { dark = BLACK, light = WHITE, errorCorrection = 'M' } = options;
  const { modules } = create(text, { errorCorrectionLevel: errorCorrection });
  const side = Math.ceil((modules.size + 2 * quietZone) * moduleSize + shift);
  const shares = Array.from({ length: side }, (_, pixel) =>
    (smooth ? sharesOf : centerOf)((pixel - shift) / moduleSize - quietZone, 1 / moduleSize),
  );
  const isDark = (row: number, column: number) =>
    Math.min(row, column) >= 0 &&
    Math.max(row, column) < modules.size &&
    modules.get(row, column) === 1;
  return draw(side, side, (x, y) => {
    let darkness = 0;
    for (const [row, tall] of shares[y] ?? []) {
      for (const [column, wide] of shares[x] ?? [])
        if (isDark(row, column)) darkness += tall * wide;
    }
    return blend(light, dark, darkness);
  });
}

/** A picture of this size, each pixel as the function says. */
export function draw(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Color,
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colorAt(x, y), (y * width + x) * 4);
  }
  return { width, height, data };
}

/** Scales a picture with bilinear interpolation, as a browser scales a bitmap to a device's pixels. */
export function resample(picture: Pixels, factor: number): Pixels {
  const at = (x: number, y: number): Color => {
    const column = Math.min(picture.width - 1, Math.max(0, x));
    const row = Math.min(picture.height - 1, Math.max(0, y));
    const [red = 0, green = 0, blue = 0, alpha = 0] = picture.data.subarray(
      (row * picture.width + column) * 4,
    );
    return [red, green, blue, alpha];
  };
  const width = Math.round(picture.width * factor);
  const height = Math.round(picture.height * factor);
  return draw(width, height, (x, y) => {
    const fromX = (x + 0.5) / factor - 0.5;
    const fromY = (y + 0.5) / factor - 0.5;
    const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
    return blend(
      blend(at(left, top), at(left + 1, top), fromX - left),
      blend(at(left, top + 1), at(left + 1, top + 1), fromX - left),
      fromY - top,
    );
  });
}

/** Puts a picture on a larger plain one, as a code stands on a page. */
export function placeOn(
  picture: Pixels,
  page: { width: number; height: number; x: number; y: number; color: Color },
): Pixels {
  const placed = draw(page.width, page.height, () => page.color);
  for (let row = 0; row < picture.height; row += 1) {
    const start = row * picture.width * 4;
    const line = picture.data.subarray(start, start + picture.width * 4);
    placed.data.set(line, ((page.y + row) * page.width + page.x) * 4);
  }
  return placed;
}

/** Makes each pixel lighter or darker by up to this much. */
export function addNoise(picture: Pixels, amount: number, random: Random): Pixels {
  const data = picture.data.slice();
  for (let byte = 0; byte < data.length; byte += 4) {
    const change = (random() * 2 - 1) * amount;
    for (let channel = byte; channel < byte + 3; channel += 1) {
      data[channel] = (data[channel] ?? 0) + change;
    }
  }
  return { ...picture, data };
}

type Share = readonly [module: number, share: number];

/** The modules that a pixel covers along one axis, with the share of the pixel that each has. */
function sharesOf(start: number, length: number): Share[] {
  const shares: Share[] = [];
  for (let module = Math.floor(start); module < start + length; module += 1) {
    const covered = Math.min(module + 1, start + length) - Math.max(module, start);
    shares.push([module, covered / length]);
  }
  return shares;
}

function centerOf(start: number, length: number): Share[] {
  return [[Math.floor(start + length / 2), 1]];
}

function blend(from: Color, to: Color, share: number): Color {
  const mix = (index: 0 | 1 | 2 | 3) => from[index] + (to[index] - from[index]) * share;
  return [mix(0), mix(1), mix(2), mix(3)];
}

import { create } from 'qrcode';
import type { QRCodeErrorCorrectionLevel } from 'qrcode';
import { plain, type Gray } from './gray.ts';

/** A plane seen by a camera: where on it, in modules from the code's middle, each pixel looks. */
export type Gaze = (x: number, y: number) => readonly [column: number, row: number];

interface ViewOptions {
  readonly width: number;
  readonly height: number;
  readonly gaze: Gaze;
  /** Modules of white border. */
  readonly quietZone?: number;
  readonly dark?: number;
  readonly light?: number;
  /** What lies around the border. */
  readonly around?: number;
  /** Side in modules of a mark in the middle that covers the code. */
  readonly logo?: number;
  readonly errorCorrection?: QRCodeErrorCorrectionLevel;
}

/** Samples along each side of a pixel. */
const SAMPLES = 3;

/** Draws the QR code of a text as a camera or a screen shows it. */
export function view(text: string, options: ViewOptions): Gray {
  const { width, height, gaze, quietZone = 4, dark = 0, light = 255, around = light } = options;
  const { logo = 0, errorCorrection = 'M' } = options;
  const { modules } = create(text, { errorCorrectionLevel: errorCorrection });
  const half = modules.size / 2;
  const lightAt = (column: number, row: number): number => {
    const distance = Math.max(Math.abs(column), Math.abs(row));
    if (distance > half + quietZone) return around;
    if (distance > half) return light;
    if (distance < logo / 2) return distance < logo / 2 - 1 ? 140 : light;
    const isDark = modules.get(Math.floor(row + half), Math.floor(column + half)) === 1;
    return isDark ? dark : light;
  };
  const picture = plain(width, height, around);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let sample = 0; sample < SAMPLES ** 2; sample += 1) {
        const column = x + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const row = y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        sum += lightAt(...gaze(column, row));
      }
      picture.data[y * width + x] = sum / SAMPLES ** 2;
    }
  }
  return picture;
}

/** Modules along a side of the text's code. */
export function modulesOf(text: string, errorCorrection: QRCodeErrorCorrectionLevel = 'M'): number {
  return create(text, { errorCorrectionLevel: errorCorrection }).modules.size;
}

/** Straight from the front: modules of this many pixels, turned by degrees around a middle. */
export function frontal(moduleSize: number, middle: readonly [number, number], degrees = 0): Gaze {
  const [cos, sin] = [degrees, degrees].map((angle, index) =>
    (index === 0 ? Math.cos : Math.sin)((angle * Math.PI) / 180),
  ) as [number, number];
  return (x, y) => {
    const [right, down] = [(x - middle[0]) / moduleSize, (y - middle[1]) / moduleSize];
    return [right * cos + down * sin, down * cos - right * sin];
  };
}

/** From an angle: the far side is smaller; `tilt` is the shrinking per module, about 0 to 0.01. */
export function slanted(
  moduleSize: number,
  middle: readonly [number, number],
  tiltX: number,
  tiltY: number,
  degrees = 0,
): Gaze {
  const straight = frontal(moduleSize, middle, degrees);
  return (x, y) => {
    const [column, row] = straight(x, y);
    const depth = 1 - tiltX * column - tiltY * row;
    return depth <= 0.05 ? [1e6, 1e6] : [column / depth, row / depth];
  };
}

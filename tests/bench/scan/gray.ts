import type { Pixels } from '../../helpers/qr-picture.ts';
import type { Random } from '../../helpers/random.ts';

/** A picture in shades of gray, a byte a pixel, rows from the top. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The brightness that a picture has at a place, given what it was there. */
export type Shade = (light: number, x: number, y: number) => number;

export function plain(width: number, height: number, light: number): Gray {
  return { width, height, data: new Uint8ClampedArray(width * height).fill(light) };
}

export function shade({ width, height, data }: Gray, shadeOf: Shade): Gray {
  const shaded = new Uint8ClampedArray(data.length);
  for (let y = 0, pixel = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, pixel += 1) shaded[pixel] = shadeOf(data[pixel] ?? 0, x, y);
  }
  return { width, height, data: shaded };
}

/** Fills a rectangle, cut off at the edges. */
export function fill(
  picture: Gray,
  x: number,
  y: number,
  width: number,
  height: number,
  light: number,
): void {
  const end = Math.min(picture.width, Math.round(x + width));
  for (let row = Math.round(y); row < Math.min(picture.height, y + height); row += 1)
    picture.data.fill(light, row * picture.width + Math.round(x), row * picture.width + end);
}

export function paste(page: Gray, picture: Gray, x: number, y: number): void {
  for (let row = 0; row < picture.height; row += 1) {
    const line = picture.data.subarray(row * picture.width, (row + 1) * picture.width);
    page.data.set(line, (y + row) * page.width + x);
  }
}

/** Cuts away this many pixels at each side. */
export function trim({ width, height, data }: Gray, by: number): Gray {
  const trimmed = plain(width - 2 * by, height - 2 * by, 0);
  for (let row = 0; row < trimmed.height; row += 1) {
    const start = (row + by) * width + by;
    trimmed.data.set(data.subarray(start, start + trimmed.width), row * trimmed.width);
  }
  return trimmed;
}

/** Blurs by three passes of a box, which together are close to a Gaussian; the deviation is in pixels. */
export function blur(picture: Gray, deviation: number): Gray {
  const radius = Math.max(1, Math.round((Math.sqrt(4 * deviation ** 2 + 1) - 1) / 2));
  let { data } = picture;
  for (let pass = 0; pass < 3; pass += 1) {
    data = boxed(data, picture.width, picture.height, 1, picture.width, radius);
    data = boxed(data, picture.height, picture.width, picture.width, 1, radius);
  }
  return { ...picture, data };
}

function boxed(
  data: Uint8ClampedArray<ArrayBuffer>,
  length: number,
  lines: number,
  step: number,
  stride: number,
  radius: number,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(data.length);
  for (let line = 0; line < lines; line += 1) {
    const at = (place: number) =>
      data[line * stride + Math.min(length - 1, Math.max(0, place)) * step] ?? 0;
    let sum = 0;
    for (let place = -radius; place <= radius; place += 1) sum += at(place);
    for (let place = 0; place < length; place += 1) {
      out[line * stride + place * step] = sum / (2 * radius + 1);
      sum += at(place + radius + 1) - at(place - radius);
    }
  }
  return out;
}

/** Noise of this amplitude, nearly Gaussian. */
export function noise(picture: Gray, amplitude: number, random: Random): Gray {
  return shade(picture, (light) => light + (random() + random() + random() - 1.5) * amplitude);
}

export function toPixels({ width, height, data }: Gray): Pixels {
  const pixels = new Uint8ClampedArray(data.length * 4);
  const words = new Uint32Array(pixels.buffer);
  for (let pixel = 0; pixel < data.length; pixel += 1)
    words[pixel] = (data[pixel] ?? 0) * 0x010101 + 0xff000000;
  return { width, height, data: pixels };
}

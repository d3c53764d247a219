import type { Picture, Size } from './picture.ts';

/** One byte of brightness per pixel, rows from the top: 0 is black, 255 white. */
export interface GrayPicture extends Size {
  readonly data: Uint8ClampedArray;
}

/** The brightness that shows through transparent pixels. */
export type Background = 0 | 255;

/**
 * Brightness of each pixel over a plain background. The weights are those of
 * ITU-R BT.601 (0.299, 0.587, 0.114) in 1024ths.
 */
export function toGray(picture: Picture, background: Background): GrayPicture {
  const { width, height, data } = picture;
  const gray = new Uint8ClampedArray(width * height);
  for (let pixel = 0, byte = 0; pixel < gray.length; pixel += 1, byte += 4) {
    const red = data[byte] ?? 0;
    const green = data[byte + 1] ?? 0;
    const blue = data[byte + 2] ?? 0;
    const alpha = data[byte + 3] ?? 0;
    const light = (306 * red + 601 * green + 117 * blue) / 1024;
    gray[pixel] = alpha === 255 ? light : background + ((light - background) * alpha) / 255;
  }
  return { width, height, data: gray };
}

/** Whether any pixel lets the background through. */
export function isTransparent(picture: Picture): boolean {
  const { data } = picture;
  for (let byte = 3; byte < data.length; byte += 4) {
    if (data[byte] !== 255) return true;
  }
  return false;
}

/** The negative: dark codes become light and light ones dark. */
export function invert(gray: GrayPicture): GrayPicture {
  return { ...gray, data: gray.data.map((light) => 255 - light) };
}

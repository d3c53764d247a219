import { ScanError } from './errors.ts';
import { MAX_SEARCHED_PIXELS, fitSize } from './picture.ts';
import type { Picture, Size } from './picture.ts';

/**
 * Draws a bitmap and reads the pixels back; closes the bitmap.
 *
 * @throws ScanError `empty-picture` or `no-canvas`.
 */
export function pixelsOf(bitmap: ImageBitmap, maxPixels = MAX_SEARCHED_PIXELS): Picture {
  try {
    // A bitmap that was closed or handed over elsewhere has no size any more.
    if (bitmap.width === 0 || bitmap.height === 0) throw new ScanError('empty-picture');
    const { width, height } = fitSize(bitmap, maxPixels);
    const context = contextOf({ width, height });
    if (context === null) throw new ScanError('no-canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function contextOf({ width, height }: Size): Context | null {
  // It is read back once, so there is no use in keeping it on the graphics card.
  const settings: CanvasRenderingContext2DSettings = { willReadFrequently: true };
  if (typeof OffscreenCanvas !== 'undefined') {
    return new OffscreenCanvas(width, height).getContext('2d', settings);
  }
  if (typeof document === 'undefined') return null;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', settings);
}

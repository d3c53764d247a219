import { assertOpenable, inspectFile, unopenable } from './picture-file.ts';
import type { Picture } from './picture.ts';
import { pixelsOf } from './pixels.browser.ts';

/** Anything that can become pixels. */
export type PictureSource = Blob | ImageBitmap | Picture;

/**
 * The pixels of a picture file, a bitmap or a frame, scaled down to 12
 * megapixels where it has more. Runs in a worker, and in a page where workers
 * have no canvas. A bitmap is closed afterwards.
 *
 * @throws ScanError that says what the file is, when it cannot be opened or is too large.
 */
export async function readPicture(source: PictureSource): Promise<Picture> {
  if (source instanceof Blob) return pixelsOf(await openFile(source));
  if ('close' in source) return pixelsOf(source);
  return source;
}

async function openFile(file: Blob): Promise<ImageBitmap> {
  const kind = await inspectFile(file);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw unopenable(kind);
  }
  try {
    assertOpenable(bitmap);
  } catch (error) {
    bitmap.close();
    throw error;
  }
  return bitmap;
}

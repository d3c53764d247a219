import { MAX_OPENED_PIXELS } from '../../lib/scan/picture-file.ts';
import { MAX_SEARCHED_PIXELS, fitSize, type Picture } from '../../lib/scan/picture.ts';

/**
 * The pixels of a picture file's bytes, upright, scaled down to what is searched.
 *
 * @throws Where it is no picture that can be opened, or has more pixels than are opened safely.
 */
export async function openPicture(bytes: Uint8Array): Promise<Picture> {
  // When it is needed, as loading it takes longer than making a code.
  const { default: sharp } = await import('sharp');
  const opened = sharp(bytes, { limitInputPixels: MAX_OPENED_PIXELS }).autoOrient();
  const { autoOrient: size } = await opened.metadata();
  const { data, info } = await opened
    .resize({ ...fitSize(size, MAX_SEARCHED_PIXELS), fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { width, height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length) };
}

import type { Locator } from 'playwright/test';
import sharp from 'sharp';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';

/** The text of the QR code that an element shows, read from the screen as a second device does. */
export async function readFromScreen(element: Locator): Promise<string> {
  const picture = sharp(await element.screenshot())
    .ensureAlpha()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data);
  const [text] = readQrCodes({ width: info.width, height: info.height, data: pixels });
  if (text === undefined) throw new Error('No QR code can be read from the screen.');
  return text;
}

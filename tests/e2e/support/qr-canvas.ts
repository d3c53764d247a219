import type { Locator } from 'playwright/test';
import sharp from 'sharp';
import { readQrCodes } from '../../../src/lib/scan/decode.ts';

/** The text of the QR code in a canvas, however small it is shown. */
export async function readFromCanvas(canvas: Locator): Promise<string> {
  const url = await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  return readPicture(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

/** The text of the QR code that an element shows, read from the screen as a second device does. */
export async function readFromScreen(element: Locator): Promise<string> {
  return readPicture(await element.screenshot());
}

async function readPicture(png: Buffer): Promise<string> {
  const picture = sharp(png).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data);
  const [text] = readQrCodes({ width: info.width, height: info.height, data: pixels });
  if (text === undefined) throw new Error('No QR code can be read from the screen.');
  return text;
}

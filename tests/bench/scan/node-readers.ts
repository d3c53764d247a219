import zxing from '@zxing/library';
import jsQrModule from 'jsqr';
import decodeQr from 'qr/decode.js';
import { nodeCascade } from '../../../src/cli/scan/cascade.ts';
import type { Picture } from '../../../src/lib/scan/picture.ts';
import { readBarcodes } from 'zxing-wasm/reader';
import { OURS } from './result.ts';

/** The texts that a reader finds; it may throw where it finds none. */
export type Reader = (picture: Picture) => Promise<string[]> | string[];

const { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = zxing;

/** Our cascade and its peers in Node, each as its own documentation has it used for QR codes. */
export async function nodeReaders(): Promise<Readonly<Record<string, Reader>>> {
  const cascade = nodeCascade();
  // A picture of nothing, so that WebAssembly is warm for ours and the peer alike.
  const blank = { width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) };
  await cascade.look(blank, 'thorough');
  // Packages of older days come as a module in a module, or not.
  const jsQr = (jsQrModule as unknown as { default?: typeof jsQrModule }).default ?? jsQrModule;
  return {
    [OURS]: async (picture) => {
      const { codes } = await cascade.look(picture, 'thorough');
      return codes.map(({ text }) => text);
    },
    'zxing-wasm': async (picture) => {
      const found = await readBarcodes(picture as unknown as ImageData, {
        formats: ['QRCode'],
        textMode: 'Plain',
      });
      return found.map(({ text }) => text);
    },
    '@zxing/library': ({ width, height, data }) => {
      const gray = new Uint8ClampedArray(width * height);
      for (let pixel = 0; pixel < gray.length; pixel += 1) {
        const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
        gray[pixel] = (red + 2 * green + blue) / 4;
      }
      const bitmap = new BinaryBitmap(
        new HybridBinarizer(new RGBLuminanceSource(gray, width, height)),
      );
      return [
        new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText(),
      ];
    },
    jsqr: ({ width, height, data }) => {
      const found = jsQr(data, width, height, { inversionAttempts: 'attemptBoth' });
      return found === null ? [] : [found.data];
    },
    qr: (picture) => [decodeQr(picture)],
  };
}

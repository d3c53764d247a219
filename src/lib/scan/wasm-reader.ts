import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReadResult } from 'zxing-wasm/reader';
import { boxAround } from './finding.ts';
import type { Look } from './finding.ts';
import type { Picture } from './picture.ts';

/** How the WebAssembly reader looks at a picture. */
export interface WasmLook {
  /** `local`: a threshold per neighborhood; `histogram`: one for the whole picture. */
  readonly binarizer: 'local' | 'histogram';
  /** Also closes gaps of a pixel or two; takes twice the time. */
  readonly denoise?: boolean;
}

/** Looks at opaque pixels, at their own size and at reduced ones, dark on light and inverted. */
export type WasmReader = (picture: Picture, how: WasmLook) => Promise<Look>;

/** Most codes that are read in one picture. */
const MAX_CODES = 16;

const BINARIZERS = { local: 'LocalAverage', histogram: 'GlobalHistogram' } as const;

/**
 * Makes the reader from the bytes of `zxing_reader.wasm`.
 *
 * @throws Where WebAssembly is missing, blocked by a policy, or the bytes are not it.
 */
export async function createWasmReader(wasmBinary: ArrayBuffer): Promise<WasmReader> {
  // Without the bytes the library would fetch the file from another origin.
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async (picture, { binarizer, denoise = false }) => {
    const results = await readBarcodes(picture as unknown as ImageData, {
      formats: ['QRCode'],
      binarizer: BINARIZERS[binarizer],
      tryHarder: true,
      // Turning by quarters is for barcodes of lines: QR codes are read at any angle.
      tryRotate: false,
      tryInvert: true,
      tryDownscale: true,
      tryDenoise: denoise,
      maxNumberOfSymbols: MAX_CODES,
      returnErrors: true,
      // What the code holds, not how it is written for people.
      textMode: 'Plain',
    });
    return lookOf(results, picture);
  };
}

function lookOf(results: readonly ReadResult[], picture: Picture): Look {
  const read = results.filter(({ isValid }) => isValid);
  return {
    codes: read.map(({ text, position }) => ({
      text,
      box: boxAround(Object.values(position), picture),
    })),
    unreadable: read.length < results.length,
  };
}

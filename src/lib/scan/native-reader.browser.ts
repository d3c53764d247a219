import { boxAround } from './finding.ts';
import type { Look } from './finding.ts';
import type { Picture } from './picture.ts';

/** Looks at pixels with the reader that the platform brings along. */
export type NativeReader = (picture: Picture) => Promise<Look>;

/** The Shape Detection API, which TypeScript's library does not know. */
interface Detector {
  detect: (
    source: ImageData,
  ) => Promise<{ rawValue: string; cornerPoints: { x: number; y: number }[] }[]>;
}

interface DetectorConstructor {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

/** The platform's reader, or `undefined` where it has none or it reads no QR codes; rejects where its service is gone. */
export async function createNativeReader(): Promise<NativeReader | undefined> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: DetectorConstructor };
  if (Native === undefined) return undefined;
  if (!(await Native.getSupportedFormats()).includes('qr_code')) return undefined;
  const detector = new Native({ formats: ['qr_code'] });
  return async ({ width, height, data }) => {
    const image = new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
    const found = await detector.detect(image);
    const read = found.filter(({ rawValue }) => rawValue !== '');
    return {
      codes: read.map(({ rawValue, cornerPoints }) => ({
        text: rawValue,
        box: boxAround(cornerPoints, image),
      })),
      unreadable: read.length < found.length,
    };
  };
}

import { latin1 } from './file-kind.ts';
import type { FileKind } from './file-kind.ts';
import type { Size } from './picture.ts';

/**
 * The size that a picture file's header states, so that a small file that would
 * unpack to billions of pixels can be refused before it is opened.
 *
 * @param bytes The file's beginning; half a megabyte reaches past a photo's metadata.
 * @returns `undefined` when the kind has no header that is known here, or the size is not in these bytes.
 */
export function declaredSizeOf(kind: FileKind, bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[kind]?.(view, bytes);
  } catch (error) {
    // Reading past the end: the file is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type SizeReader = (view: DataView, bytes: Uint8Array) => Size | undefined;

const READERS: Readonly<Partial<Record<FileKind, SizeReader>>> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: (view) => ({
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
  }),
  jpeg: readJpeg,
  webp: readWebp,
  avif: readIspe,
  heic: readIspe,
};

/** Walks the segments to the start-of-frame one: ITU-T T.81, B.2.2. */
function readJpeg(view: DataView): Size | undefined {
  let offset = 2;
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    }
    // Padding before a marker is a 0xFF that stands alone.
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** Lossy, lossless and extended files each have their own header: RFC 9649, section 2. */
function readWebp(view: DataView, bytes: Uint8Array): Size | undefined {
  const chunk = latin1(bytes.subarray(12, 16));
  if (chunk === 'VP8 ') {
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  if (chunk === 'VP8L') {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return undefined;
  return {
    width: (view.getUint32(24, true) & 0xffffff) + 1,
    height: (view.getUint32(26, true) >>> 8) + 1,
  };
}

/** The largest of the `ispe` boxes, as a picture may be made of tiles: ISO/IEC 23008-12, 6.5.3. */
function readIspe(view: DataView, bytes: Uint8Array): Size | undefined {
  let largest: Size | undefined;
  for (let offset = bytes.indexOf(0x69); offset >= 0; offset = bytes.indexOf(0x69, offset + 1)) {
    if (latin1(bytes.subarray(offset, offset + 4)) !== 'ispe') continue;
    const size = { width: view.getUint32(offset + 8), height: view.getUint32(offset + 12) };
    const isLarger = largest === undefined || size.width > largest.width;
    if (isLarger) largest = size;
  }
  return largest;
}

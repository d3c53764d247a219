import { declaredSizeOf } from './declared-size.ts';
import { ScanError } from './errors.ts';
import { fileKindOf } from './file-kind.ts';
import type { FileKind } from './file-kind.ts';
import type { Size } from './picture.ts';

/** Largest file that is opened. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** How much of a file's beginning is looked at before it is opened. */
const HEAD_BYTES = 512 * 1024;

/**
 * Most pixels that are opened, to be scaled down: a little over the largest
 * common phone sensors (108 megapixels). Opened, they take half a gigabyte.
 */
export const MAX_OPENED_PIXELS = 128_000_000;

/** Longest side of any canvas or bitmap. */
const MAX_OPENED_SIDE = 65_535;

const SCREENSHOT = 'take a screenshot of the QR code and use that instead.';

/** What to say of a file that turned out not to be a picture that can be opened. */
const FOUND: Readonly<Partial<Record<FileKind, string>>> = {
  pdf: `This is a PDF document, not a picture. Open it and ${SCREENSHOT}`,
  svg: `This is an SVG drawing, not a picture of pixels. Open it and ${SCREENSHOT}`,
  archive: `This is an archive or an office document, not a picture. Open it and ${SCREENSHOT}`,
  video: `This is a video, not a picture. Play it and ${SCREENSHOT}`,
  text: 'This is a text file, not a picture. If it holds a link or a key, copy that and paste it here.',
  heic: `This is a HEIC photo, which this browser cannot open. Save it as JPEG, or open it and ${SCREENSHOT}`,
  tiff: `This is a TIFF picture, which this browser cannot open. Save it as PNG, or open it and ${SCREENSHOT}`,
  avif: `This is an AVIF picture, which this browser cannot open. Save it as PNG, or open it and ${SCREENSHOT}`,
};

/**
 * Looks at a file before it is opened as a picture.
 *
 * @returns What kind of file it is by its first bytes.
 * @throws ScanError `empty-file`, `file-too-large`, or `picture-too-large` where the header
 *   states more than 128 megapixels or a side of more than 65,535 pixels.
 */
export async function inspectFile(file: Blob): Promise<FileKind> {
  if (file.size === 0) throw new ScanError('empty-file');
  if (file.size > MAX_FILE_BYTES) throw new ScanError('file-too-large');
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const kind = fileKindOf(head);
  const size = declaredSizeOf(kind, head);
  if (size !== undefined) assertOpenable(size);
  return kind;
}

/** @throws ScanError `picture-too-large` or `empty-picture`. */
export function assertOpenable({ width, height }: Size): void {
  if (width === 0 || height === 0) throw new ScanError('empty-picture');
  if (width * height > MAX_OPENED_PIXELS || Math.max(width, height) > MAX_OPENED_SIDE) {
    throw new ScanError(
      'picture-too-large',
      `This picture says that it is ${width} by ${height} pixels, more than can be opened safely. Crop it to the QR code, or ${SCREENSHOT}`,
    );
  }
}

/** The error for a file that the browser could not open as a picture. */
export function unopenable(kind: FileKind): ScanError {
  const message = FOUND[kind];
  switch (kind) {
    case 'pdf':
    case 'svg':
    case 'archive':
    case 'video':
    case 'text':
    case 'unknown':
      return new ScanError('not-a-picture', message);
    case 'heic':
    case 'tiff':
    case 'avif':
      return new ScanError('unsupported-picture', message);
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'bmp':
      return new ScanError(
        'damaged-picture',
        `This ${kind.toUpperCase()} picture is damaged or incomplete. Save it again, or ${SCREENSHOT}`,
      );
  }
}

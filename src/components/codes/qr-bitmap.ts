import { correction, generate, type Bitmap2D } from 'lean-qr/nano';

/**
 * The QR code of a text (ISO/IEC 18004). A short one gets the middle level of error
 * correction; a long one the lowest, so that its modules stay large enough for a camera.
 *
 * @throws where the text has more than the 2,953 bytes that a QR code holds
 */
export function qrBitmap(text: string): Bitmap2D {
  const { M, L } = correction;
  return generate(text, { minCorrectionLevel: text.length > LONG ? L : M });
}

/** Longer than the link of any usual entry, shorter than an export of three. */
const LONG = 300;

import EncoderModule from '@zxing/library/cjs/core/qrcode/encoder/Encoder.js';
import ErrorCorrectionLevelModule from '@zxing/library/cjs/core/qrcode/decoder/ErrorCorrectionLevel.js';
import { defaultOf } from './interop.ts';

const Encoder = defaultOf(EncoderModule);
const ErrorCorrectionLevel = defaultOf(ErrorCorrectionLevelModule);

/**
 * The QR code of a text as rows of modules, `true` for dark, without the quiet
 * zone that ISO/IEC 18004 asks for around it. Level M: 15 % of it may be unreadable.
 *
 * @throws Error when the text is too long for a QR code (2,331 bytes at this level).
 */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
  return matrix.getArray().map((row) => Array.from(row, (module) => module === 1));
}

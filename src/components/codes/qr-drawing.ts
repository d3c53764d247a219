import { correction, generate, type Bitmap2D } from 'lean-qr/nano';

/** Longer than the link of any usual entry, shorter than an export of three. */
const LONG = 300;

/** Modules of the white border that ISO/IEC 18004 asks for. */
const BORDER = 4;

/** Pixels that a small code is wide at least, and that a module is wide at least. */
const SMALLEST_WIDTH = 320;
const SMALLEST_MODULE = 4;

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

/**
 * Draws it, dark on white in either theme, with whole pixels for each module: shown at
 * another size the browser then has a sharp picture to start from.
 */
export function drawQrCode(canvas: HTMLCanvasElement, text: string): void {
  const bitmap = qrBitmap(text);
  const side = bitmap.size + 2 * BORDER;
  const module = Math.max(SMALLEST_MODULE, Math.ceil(SMALLEST_WIDTH / side));
  canvas.width = side * module;
  canvas.height = side * module;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas to draw on.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (bitmap.get(x, y)) {
        context.fillRect((x + BORDER) * module, (y + BORDER) * module, module, module);
      }
    }
  }
}

import type { Cascade } from './cascade.ts';
import { ScanError } from './errors.ts';
import { measureFrame } from './frame.ts';
import { toGray } from './luminance.ts';
import { readPicture } from './picture.browser.ts';
import type { ScanAnswer, ScanRequest, Seen } from './protocol.ts';

/** Answers one request; never rejects. */
export async function answerScan(cascade: Cascade, request: ScanRequest): Promise<ScanAnswer> {
  const { id } = request;
  try {
    return { id, seen: await see(cascade, request) };
  } catch (error) {
    // Memory may run out on a large picture: that is no ScanError.
    const { code, message } = error instanceof ScanError ? error : new ScanError('worker-failed');
    return { id, error: { code, message } };
  }
}

async function see(cascade: Cascade, { picture, effort }: ScanRequest): Promise<Seen> {
  const pixels = await readPicture(picture);
  const look = await cascade.look(pixels, effort);
  // Measuring takes longer than a quick look, and a measure now and then is enough.
  if (effort !== 'careful' || look.codes.length > 0) return look;
  return { ...look, frame: measureFrame(toGray(pixels, 255)) };
}

import { readQrCodes } from './decode.ts';
import { ScanError } from './errors.ts';
import { readPicture } from './picture.browser.ts';
import type { ScanAnswer, ScanRequest } from './protocol.ts';

/** Answers one request; never rejects. */
export async function answerScan({ id, picture, effort }: ScanRequest): Promise<ScanAnswer> {
  try {
    return { id, texts: readQrCodes(await readPicture(picture), effort) };
  } catch (error) {
    // Memory may run out on a large picture: that is no ScanError.
    const { code, message } = error instanceof ScanError ? error : new ScanError('worker-failed');
    return { id, error: { code, message } };
  }
}

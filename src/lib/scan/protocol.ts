import type { Effort } from './attempts.ts';
import type { ScanErrorCode } from './errors.ts';
import type { Look } from './finding.ts';
import type { FrameMeasure } from './frame.ts';
import type { Picture } from './picture.ts';

/** What the page asks of the scanning worker. */
export interface ScanRequest {
  /** Comes back with the answer. */
  readonly id: number;
  readonly picture: Blob | ImageBitmap | Picture;
  readonly effort: Effort;
}

/** Tells the worker that pictures are about to come; it is not answered. */
export const WARM_UP = 'warm-up';

/** What was seen in a picture. */
export interface Seen extends Look {
  /** Of a camera's frame that was looked at carefully (`careful`), where nothing was read. */
  readonly frame?: FrameMeasure;
}

/** What the worker answers: what it saw, or what went wrong. */
export type ScanAnswer =
  | { readonly id: number; readonly seen: Seen }
  | { readonly id: number; readonly error: { code: ScanErrorCode; message: string } };

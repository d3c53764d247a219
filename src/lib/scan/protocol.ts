import type { Effort } from './attempts.ts';
import type { ScanErrorCode } from './errors.ts';
import type { Picture } from './picture.ts';

/** What the page asks of the scanning worker. */
export interface ScanRequest {
  /** Comes back with the answer. */
  readonly id: number;
  readonly picture: Blob | ImageBitmap | Picture;
  readonly effort: Effort;
}

/** What the worker answers: the texts, or what went wrong. */
export type ScanAnswer =
  | { readonly id: number; readonly texts: string[] }
  | { readonly id: number; readonly error: { code: ScanErrorCode; message: string } };

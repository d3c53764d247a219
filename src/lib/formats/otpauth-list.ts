import type { OtpNote } from '../otp/reading.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import { toOtpauthUri } from '../otp/uri.ts';
import { readOtpText } from '../otp/parse.ts';

/** A line of a list that was read. */
export interface ListEntry {
  /** Counted from 1. */
  readonly line: number;
  readonly otp: OtpParameters;
  readonly notes: readonly OtpNote[];
}

/** A line that holds no entry, and why; never the line itself. */
export interface ListFailure {
  readonly line: number;
  readonly message: string;
}

export interface OtpauthList {
  readonly entries: readonly ListEntry[];
  readonly failed: readonly ListFailure[];
}

/** Reads a list of `otpauth:` links, one a line; empty lines mean nothing. Never throws. */
export function readOtpauthList(text: string): OtpauthList {
  const entries: ListEntry[] = [];
  const failed: ListFailure[] = [];
  text.split(/\r\n|[\r\n]/).forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    const reading = readOtpText(content);
    if (reading.kind === 'otp') entries.push({ line, otp: reading.otp, notes: reading.notes });
    else failed.push({ line, message: reading.message });
  });
  return { entries, failed };
}

/** A list of links, one a line. It holds secrets in the clear: it is for other apps only. */
export function writeOtpauthList(entries: readonly OtpParameters[]): string {
  return entries.map((otp) => `${toOtpauthUri(otp)}\n`).join('');
}

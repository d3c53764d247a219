import type { Entry } from '../vault/entry.ts';
import type { Format } from './format.ts';
import { readOtpauthList, writeOtpauthList } from './otpauth-list.ts';

/** A list of `otpauth:` links, one a line: what most apps can write or read. */
export const otpauth: Format = {
  name: 'otpauth',
  title: 'a list of otpauth links',
  recognizes: ({ text = '' }) => /^\s*(?:apple-)?otpauth:\/\//im.test(text),
  read: ({ text = '' }) => {
    const { entries, failed } = readOtpauthList(text);
    const lines = [...entries, ...failed].map(({ line }) => line).sort((a, b) => a - b);
    return Promise.resolve({
      entries: entries.map(({ line, otp }) => ({ index: lines.indexOf(line), incoming: { otp } })),
      failed: failed.map(({ line, message }) => ({
        index: lines.indexOf(line),
        reason: `Line ${line}: ${message}`,
      })),
      notes: [],
    });
  },
};

/** The list of these entries. It holds secrets in the clear. */
export function writeOtpauth(entries: readonly Entry[]): string {
  return writeOtpauthList(entries.map(({ otp }) => otp));
}

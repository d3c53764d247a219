import { describe, expect, it } from 'vitest';
import { readOtpauthList, writeOtpauthList } from '../../../src/lib/formats/otpauth-list.ts';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';

const common = { issuer: 'Ex: ample', account: 'zoë@example.com', algorithm: 'SHA256' } as const;
const secret = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const entries: OtpParameters[] = [
  { type: 'totp', ...common, secret, digits: 8, period: 60 },
  { type: 'hotp', ...common, secret, digits: 6, counter: 41 },
  { type: 'steam', ...common, algorithm: 'SHA1', secret, digits: 5, period: 30 },
];

describe('a list of links', () => {
  it('brings every kind of entry back', () => {
    const text = writeOtpauthList(entries);
    expect(text.split('\n')).toHaveLength(4);
    const { entries: read, failed } = readOtpauthList(text);
    expect(failed).toEqual([]);
    expect(read.map(({ otp }) => otp)).toEqual(entries);
    expect(read.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('is read whatever ends its lines, and without its empty ones', () => {
    const lines = writeOtpauthList(entries).trimEnd().split('\n');
    for (const end of ['\r\n', '\r', '\n\n \n']) {
      const { entries: read, failed } = readOtpauthList(`\uFEFF${lines.join(end)}${end}`);
      expect(failed).toEqual([]);
      expect(read.map(({ otp }) => otp)).toEqual(entries);
    }
    expect(readOtpauthList('')).toEqual({ entries: [], failed: [] });
  });

  it('names each line that failed, by its number and reason, and never quotes it', () => {
    const text = [
      'otpauth://totp/a?secret=AAAAAAAA',
      'otpauth://totp/b?secret=TOPSECRET1',
      'just words with TOPSECRET1',
      'otpauth://totp/c',
    ].join('\n');
    const { entries: read, failed } = readOtpauthList(text);
    expect(read.map(({ line }) => line)).toEqual([1]);
    expect(failed.map(({ line }) => line)).toEqual([2, 3, 4]);
    for (const { message } of failed) {
      expect(message.length).toBeGreaterThan(10);
      expect(message).not.toContain('TOPSECRET');
    }
  });
});

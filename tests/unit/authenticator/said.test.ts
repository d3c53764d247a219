import { describe, expect, it } from 'vitest';
import { duration, spokenDuration } from '../../../src/components/vault/codes/duration.ts';
import { titleAt } from '../../../src/components/vault/codes/TitleCode.tsx';
import { codeText, newCodeText, timeText } from '../../../src/components/vault/keys/say.ts';
import { referenceTotp } from '../../helpers/totp.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';

const START = 1_800_000_000_000;
const secret = new Uint8Array(20).fill(7);
const common = {
  issuer: 'Example',
  account: 'alice',
  secret,
  algorithm: 'SHA1',
  digits: 6,
} as const;
const timed = { type: 'totp', ...common, period: 30 } as const;
const about = { id: 'one', status: 'active', createdAt: 0, updatedAt: 0 } as const;
const entry: Entry = { ...about, otp: timed };
const counted: Entry = { ...about, otp: { type: 'hotp', ...common, counter: 3 } };

const code = referenceTotp({ secret, algorithm: 'SHA1', digits: 6, period: 30 }, START / 1000);
const spaced = Array.from(code).join(' ');

describe('what a screen reader hears', () => {
  it('is a new code digit by digit, under the entry’s name', () => {
    expect(newCodeText(entry, START, true)).toBe(`New code for Example: ${spaced}`);
  });

  it('holds no digits while the code is hidden', () => {
    expect(newCodeText(entry, START, false)).toBe('New code for Example.');
    expect(codeText(entry, START, { shown: false, made: undefined })).not.toMatch(/\d/);
    expect(codeText(counted, START, { shown: false, made: '123456' })).not.toMatch(/\d/);
  });

  it('is nothing for codes that change all the time, or by hand', () => {
    expect(newCodeText({ ...entry, otp: { ...timed, period: 5 } }, START, true)).toBeUndefined();
    expect(newCodeText(counted, START, true)).toBeUndefined();
  });

  it('is the code on request, also one that a counter made', () => {
    expect(codeText(entry, START, { shown: true, made: undefined })).toBe(spaced);
    expect(codeText(counted, START, { shown: true, made: '123456' })).toBe('1 2 3 4 5 6');
    expect(codeText(counted, START, { shown: true, made: undefined })).toMatch(/counter/i);
  });

  it('is the time on request', () => {
    expect(timeText(entry, START + 18_000)).toBe('12 seconds left');
    expect(timeText(entry, START + 29_000)).toBe('1 second left');
    expect(timeText(counted, START)).toMatch(/does not change/);
  });
});

it.each([
  [1, '1 s', '1 second'],
  [99, '99 s', '99 seconds'],
  [100, '1 min 40 s', '1 minute 40 seconds'],
  [300, '5 min 00 s', '5 minutes'],
  [3600, '1 h 0 min', '1 hour'],
  [86_400, '24 h 0 min', '24 hours'],
  [86_399, '23 h 59 min', '23 hours 59 minutes'],
])('writes and says %d seconds', (seconds, written, said) => {
  expect(duration(seconds)).toBe(written);
  expect(spokenDuration(seconds)).toBe(said);
});

it('puts the time until which a code counts behind it in the title', () => {
  const title = titleAt(timed, 'Example', START + 5_000);
  const until = new Date(START + 30_000).toLocaleTimeString();
  expect(title).toBe(`${code.slice(0, 3)} ${code.slice(3)} until ${until} · Example`);
});

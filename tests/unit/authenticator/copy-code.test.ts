import { expect, it } from 'vitest';
import { codeToCopy } from '../../../src/components/vault/codes/copy-code.ts';
import { codeAt } from '../../../src/lib/otp/codes.ts';
import type { TimedParameters } from '../../../src/lib/otp/parameters.ts';

const START = 1_800_000_000_000;

const otp = (period = 30): TimedParameters => ({
  type: 'totp',
  issuer: 'Example',
  account: 'alice',
  secret: new Uint8Array(20).fill(7),
  algorithm: 'SHA1',
  digits: 6,
  period,
});

const copied = (second: number, { period = 30, next = false, longest = false } = {}) => {
  const { code, said } = codeToCopy(otp(period), START + second * 1000, { next, longest });
  const ahead = [0, 1, 2].find(
    (steps) => code === codeAt(otp(period), Math.floor(START / 1000 / period) + steps),
  );
  return [ahead, said];
};

it.each([
  [0, [0, 'Copied']],
  [21, [0, 'Copied']],
  [23, [0, 'Copied: 7 s left']],
  [29.5, [0, 'Copied: 1 s left']],
])(
  'at second %d of 30 takes what is shown, and says when that is nearly over',
  (second, result) => {
    expect(copied(second)).toEqual(result);
  },
);

it.each([
  [22, [0, 'Copied']],
  [23, [1, 'Copied: counts in 7 s']],
  [29.5, [1, 'Copied: counts in 1 s']],
])('at second %d takes the one that lives longest, where that was chosen', (second, result) => {
  expect(copied(second, { longest: true })).toEqual(result);
});

it('takes the next one when that is asked for, once only', () => {
  expect(copied(5, { next: true })).toEqual([1, 'Copied: counts in 25 s']);
  expect(copied(29, { next: true, longest: true })).toEqual([1, 'Copied: counts in 1 s']);
});

it('never hurries past a code that is always short', () => {
  expect(copied(0, { period: 1, longest: true })).toEqual([0, 'Copied']);
});

import { describe, expect, it } from 'vitest';
import {
  afterComparison,
  hasJumped,
  readClockMemory,
  type ClockMemory,
} from '../../../src/lib/otp/clock-memory.ts';

const memory: ClockMemory = { offset: 95_000, uncertainty: 1100, comparedAt: 17, corrects: true };

describe('what is remembered of the clock', () => {
  it('is read as it was written', () => {
    expect(readClockMemory(JSON.stringify(memory))).toEqual(memory);
  });

  it.each([
    null,
    '',
    'null',
    '[]',
    '17',
    '{"offset":1}',
    JSON.stringify({ ...memory, offset: '95000' }),
    JSON.stringify({ ...memory, offset: 1e15 }),
    JSON.stringify({ ...memory, uncertainty: -1 }),
    JSON.stringify({ ...memory, comparedAt: null }),
  ])('is nothing where it makes no sense: %s', (text) => {
    expect(readClockMemory(text)).toBeUndefined();
  });

  it('corrects only where that was said', () => {
    const text = JSON.stringify({ ...memory, corrects: 'yes' });
    expect(readClockMemory(text)?.corrects).toBe(false);
  });
});

describe('after a new comparison', () => {
  const skew = { offset: 60_000, uncertainty: 1000 };
  it('goes on correcting where the person said so, by what is known now', () => {
    expect(afterComparison(memory, skew, true, 99)).toEqual({
      ...skew,
      comparedAt: 99,
      corrects: true,
    });
  });

  it('never begins to, and stops once the clock is right', () => {
    expect(afterComparison(undefined, skew, true, 99).corrects).toBe(false);
    expect(afterComparison({ ...memory, corrects: false }, skew, true, 99).corrects).toBe(false);
    expect(afterComparison(memory, { ...skew, offset: 900 }, false, 99).corrects).toBe(false);
  });
});

describe('a clock that jumps', () => {
  const before = { clock: 1_000_000, steady: 500 };
  it.each([
    [5000, 5000, false],
    // Blurred to 100 ms, as Firefox does where it resists fingerprinting.
    [5100, 5000, false],
    [65_000, 5000, true],
    [-55_000, 5000, true],
  ])('moves %i ms while the steady one moves %i ms: %s', (clock, steady, jumped) => {
    const now = { clock: before.clock + clock, steady: before.steady + steady };
    expect(hasJumped(before, now)).toBe(jumped);
  });
});

import { describe, expect, it } from 'vitest';
import { clockSkew, isClockOff, type ClockSample } from '../../../src/lib/otp/clock.ts';

const DATE = 'Tue, 24 Nov 2026 15:00:00 GMT';
const AT = Date.UTC(2026, 10, 24, 15, 0, 0);

/** An answer after `elapsed` ms by a device that is `ahead` ms ahead of the middle of that second. */
function sample(ahead: number, elapsed: number, more: Partial<ClockSample> = {}): ClockSample {
  const sent = AT + 500 + ahead - elapsed / 2;
  return { sent, received: sent + elapsed, elapsed, date: DATE, ...more };
}

describe('clockSkew', () => {
  it.each([
    [0, 0, 1000],
    [0, 200, 1100],
    [90_000, 200, 1100],
    [-90_000, 200, 1100],
    [3_600_000, 80, 1040],
    [-12_345, 4_000, 3_000],
    [499, 0, 1000],
  ])('measures %i ms over a round trip of %i ms', (ahead, elapsed, uncertainty) => {
    expect(clockSkew(sample(ahead, elapsed))).toEqual({ offset: ahead, uncertainty });
  });

  it('holds the true offset within its uncertainty, wherever in its second the server answers', () => {
    for (const ahead of [-60_000, 0, 17_250]) {
      for (let late = 0; late < 1000; late += 50) {
        for (const [out, back] of [
          [0, 0],
          [40, 40],
          [900, 0],
          [0, 900],
        ] as const) {
          const answered = AT + late;
          const sent = answered - out + ahead;
          const received = answered + back + ahead;
          const skew = clockSkew({ sent, received, elapsed: out + back, date: DATE });
          expect(Math.abs((skew?.offset ?? NaN) - ahead)).toBeLessThanOrEqual(
            skew?.uncertainty ?? NaN,
          );
        }
      }
    }
  });

  it.each([
    null,
    '',
    'yesterday',
    '2026-11-24T15:00:00Z',
    'Tue, 24 Nov 2026 15:00:00',
    'Tue, 24 Nov 2026 15:00:00 +0000',
    'Mon, 24 Nov 2026 15:00:00 GMT',
    'Tue, 31 Feb 2026 15:00:00 GMT',
    'Tue, 24 Nov 2026 15:00:60 GMT',
    'Tuesday, 24-Nov-26 15:00:00 GMT',
    'Tue Nov 24 15:00:00 2026',
    'Tue, 24 Nov 2026 15:00:00 GMT, Tue, 24 Nov 2026 15:00:00 GMT',
    '1795532400000',
  ])('makes nothing of the header %s', (date) => {
    expect(clockSkew(sample(0, 100, { date }))).toBeUndefined();
  });

  it.each([
    ['the clock was set back under way', { received: AT - 60_000 }],
    ['the clock was set forward under way', { received: AT + 60_000 }],
    ['the steady clock ran backward', { elapsed: -1 }],
    ['the duration is not a number', { elapsed: NaN }],
    ['a cache answered', { age: '17' }],
    ['the age makes no sense', { age: 'old' }],
  ])('makes nothing of an answer when %s', (_, more) => {
    expect(clockSkew(sample(0, 100, more))).toBeUndefined();
  });

  it.each([null, '0', undefined])('accepts an answer with the age %s', (age) => {
    expect(clockSkew({ ...sample(0, 100), ...(age !== undefined && { age }) })).toBeDefined();
  });
});

describe('isClockOff', () => {
  it.each([
    [0, 1000, false],
    [11_000, 1000, false],
    [11_001, 1000, true],
    [-11_000, 1000, false],
    [-11_001, 1000, true],
    [30_000, 25_000, false],
    [3_600_000, 1000, true],
  ])('judges an offset of %i ms known to %i ms: %s', (offset, uncertainty, off) => {
    expect(isClockOff({ offset, uncertainty })).toBe(off);
  });
});

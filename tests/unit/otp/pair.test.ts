import { describe, expect, it } from 'vitest';
import { secondsLeft, stepStartsAt, timeStep } from '../../../src/lib/otp/codes.ts';
import { isTooLate, pairPhase, pairStart } from '../../../src/lib/otp/pair.ts';
import type { TotpParameters } from '../../../src/lib/otp/parameters.ts';

const STEP = 1_000_000;

function totp(period: number): TotpParameters {
  const secret = new Uint8Array(20);
  return { type: 'totp', issuer: '', account: '', secret, algorithm: 'SHA1', digits: 6, period };
}

/** The fewest seconds left with which a pair still starts at once. */
const FEWEST = [
  { period: 60, fewest: 8 },
  { period: 30, fewest: 8 },
  { period: 24, fewest: 8 },
  { period: 20, fewest: 7 },
  { period: 10, fewest: 4 },
  { period: 3, fewest: 1 },
  { period: 1, fewest: 1 },
];

describe.each(FEWEST)('a pair with a period of $period s', ({ period, fewest }) => {
  const otp = totp(period);
  const at = (second: number) => stepStartsAt(otp, STEP) + second * 1000;
  const seconds = Array.from({ length: period }, (_, second) => second);

  it.each(seconds)('starts now or at the roll-over: second %i of the step', (second) => {
    const left = period - second;
    expect(secondsLeft(otp, at(second))).toBe(left);
    expect(isTooLate(left, period)).toBe(left < fewest);
    expect(pairStart(otp, at(second))).toBe(left < fewest ? STEP + 1 : STEP);
  });

  it('goes by the seconds shown between two of them, too', () => {
    for (const second of seconds) {
      for (const ms of [1, 500, 999]) {
        const shown = secondsLeft(otp, at(second) + ms);
        expect(pairStart(otp, at(second) + ms)).toBe(STEP + (shown < fewest ? 1 : 0));
      }
    }
  });

  it.each(seconds)('walks through its phases, started at second %i', (second) => {
    const first = pairStart(otp, at(second));
    // From the start through the two steps and one more, every half second.
    for (let half = second * 2; half <= 4 * period * 2; half += 1) {
      const now = at(half / 2);
      const phase = pairPhase(first, timeStep(otp, now));
      const begins = (first - STEP) * period;
      const expected =
        half / 2 < begins
          ? 'waiting'
          : half / 2 < begins + period
            ? 'code-1'
            : half / 2 < begins + 2 * period
              ? 'code-2'
              : 'passed';
      expect(phase).toBe(expected);
      if (phase === 'passed') continue;
      // The phase lasts until just before the current step ends, and no longer.
      const end = now + (secondsLeft(otp, now) * 1000 - (half % 2 ? 500 : 0));
      expect(pairPhase(first, timeStep(otp, end - 1))).toBe(phase);
      expect(pairPhase(first, timeStep(otp, end))).not.toBe(phase);
    }
  });

  it('takes up its phase again when the clock goes back within the pair', () => {
    const first = pairStart(otp, at(0));
    const phaseAt = (second: number) => pairPhase(first, timeStep(otp, at(second)));
    expect(phaseAt(period)).toBe('code-2');
    expect(phaseAt(period - 1)).toBe('code-1');
    expect(phaseAt(-1)).toBe('waiting');
    expect(phaseAt(2 * period)).toBe('passed');
    expect(phaseAt(2 * period - 1)).toBe('code-2');
  });

  it('asks for a fresh pair when the clock is set back by more than a step', () => {
    const first = pairStart(otp, at(0));
    expect(pairPhase(first, timeStep(otp, at(-period - 1)))).toBe('passed');
    const corrected = at(0) - 3_600_000;
    expect(pairPhase(first, timeStep(otp, corrected))).toBe('passed');
    const fresh = pairStart(otp, corrected);
    expect(pairPhase(fresh, timeStep(otp, corrected))).toBe('code-1');
  });
});

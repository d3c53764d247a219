import { secondsLeft, timeStep } from './codes.ts';
import type { TimedParameters } from './parameters.ts';

/**
 * Where a pinned pair of consecutive codes stands: `waiting` for its first
 * step, `code-1` while the first code is current, `code-2` while the second
 * is, `passed` when a fresh pair is needed.
 */
export type PairPhase = 'waiting' | 'code-1' | 'code-2' | 'passed';

/** With fewer seconds left a person is told to wait for the next code rather than to hurry. */
const HURRY_SECONDS = 8;

/**
 * Whether too little of a time step is left to type its code: under 8 s, or
 * under a third of the period where that is less. It takes the whole seconds
 * that are shown, so that the advice and the number agree.
 */
export function isTooLate(seconds: number, period: number): boolean {
  return seconds < Math.min(HURRY_SECONDS, period / 3);
}

/** The first step of a pair that starts now: the current step, or the next if it is too late. */
export function pairStart(otp: TimedParameters, nowMs: number): number {
  return timeStep(otp, nowMs) + (isTooLate(secondsLeft(otp, nowMs), otp.period) ? 1 : 0);
}

/**
 * The phase of a pair whose first step is `firstStep`. Until it has passed, the
 * next phase begins when the current step ends, in `secondsLeft`.
 *
 * No pair starts more than one step ahead. One that does was pinned by a clock
 * that has been set back since: it counts as passed, or a person who has just
 * corrected an hour would wait for an hour.
 */
export function pairPhase(firstStep: number, currentStep: number): PairPhase {
  switch (currentStep - firstStep) {
    case -1:
      return 'waiting';
    case 0:
      return 'code-1';
    case 1:
      return 'code-2';
    default:
      return 'passed';
  }
}

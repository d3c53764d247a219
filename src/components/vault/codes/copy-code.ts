import { codeAt, secondsLeft, stepStartsAt, timeStep } from '../../../lib/otp/codes.ts';
import { isTooLate, pairStart } from '../../../lib/otp/pair.ts';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { words } from './words.ts';

/** A code to copy, and what to say once it is. */
export interface ToCopy {
  readonly code: string;
  readonly said: string;
}

/**
 * Which code a person gets who copies at this moment. The current one, unless the next
 * one was asked for; with `longest` also where too little time is left to type it.
 */
export function codeToCopy(
  otp: TimedParameters,
  nowMs: number,
  { next, longest }: { readonly next: boolean; readonly longest: boolean },
): ToCopy {
  const current = timeStep(otp, nowMs);
  const step = next ? current + 1 : longest ? pairStart(otp, nowMs) : current;
  return { code: codeAt(otp, step), said: saidOf(otp, nowMs, step) };
}

function saidOf(otp: TimedParameters, nowMs: number, step: number): string {
  if (step > timeStep(otp, nowMs))
    return words.copiedNext(Math.ceil((stepStartsAt(otp, step) - nowMs) / 1000));
  const left = secondsLeft(otp, nowMs);
  return isTooLate(left, otp.period) ? words.copiedLate(left) : words.copied;
}

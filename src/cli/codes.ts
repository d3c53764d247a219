import { codeAt, hotpCode, secondsLeft, timeStep } from '../lib/otp/codes.ts';
import type { OtpParameters, TimedParameters } from '../lib/otp/parameters.ts';
import { RefusedError } from './errors.ts';

/** A code as `2faa code --json` has it. */
export interface CodeReport {
  readonly issuer: string;
  readonly account: string;
  readonly code: string;
  /** The code after it; null where codes follow a counter, as asking for one uses it up. */
  readonly next: string | null;
  /** Seconds; null where codes follow a counter. */
  readonly period: number | null;
  /** Whole seconds until the code changes; null where codes follow a counter. */
  readonly expiresIn: number | null;
}

/** The code at a moment, in milliseconds since the Unix epoch. */
export function timedCode(otp: TimedParameters, nowMs: number): CodeReport {
  const { issuer, account, period } = otp;
  const step = timeStep(otp, nowMs);
  const [code, next] = [codeAt(otp, step), codeAt(otp, step + 1)];
  return { issuer, account, code, next, period, expiresIn: secondsLeft(otp, nowMs) };
}

/** The code of the counter as it stands. */
export function counterCode(otp: Extract<OtpParameters, { type: 'hotp' }>): CodeReport {
  const { issuer, account } = otp;
  return { issuer, account, code: hotpCode(otp), next: null, period: null, expiresIn: null };
}

/** @throws RefusedError where codes follow a counter and a moment is asked for */
export function refuseMoment(at: number | undefined): void {
  if (at !== undefined)
    throw new RefusedError('The codes of this entry follow a counter and not the clock.');
}

import type { ClockSkew } from './clock.ts';

/** What is remembered of this device's clock, so that it is known offline too. */
export interface ClockMemory extends ClockSkew {
  /** When it was compared, by this device's clock then, in milliseconds since the Unix epoch. */
  readonly comparedAt: number;
  /** Whether the person said that codes are to be made by the server's time. */
  readonly corrects: boolean;
}

/** Milliseconds; a clock that is further off is not corrected but set. */
const MOST = 10 * 365 * 86_400_000;

/** Reads what was written as JSON; undefined where that makes no sense. */
export function readClockMemory(text: string | null): ClockMemory | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { offset, uncertainty, comparedAt, corrects } = read as Partial<ClockMemory>;
  const numbers = [offset, uncertainty, comparedAt].every((each) => Number.isFinite(each));
  if (!numbers || Math.abs(offset ?? 0) > MOST || (uncertainty ?? 0) < 0) return undefined;
  return {
    offset: offset ?? 0,
    uncertainty: uncertainty ?? 0,
    comparedAt: comparedAt ?? 0,
    corrects: corrects === true,
  };
}

/** What is remembered after a new comparison: a clock that is right again needs no correction. */
export function afterComparison(
  before: ClockMemory | undefined,
  skew: ClockSkew,
  off: boolean,
  now: number,
): ClockMemory {
  const { offset, uncertainty } = skew;
  return { offset, uncertainty, comparedAt: now, corrects: off && before?.corrects === true };
}

/** Milliseconds by which a clock must move against a steady one for it to have been set. */
const JUMP = 2000;

/**
 * Whether the clock was set between two moments, or the device slept: then what was
 * compared may no longer hold. Timers of browsers that blur them move by far less.
 */
export function hasJumped(
  before: { readonly clock: number; readonly steady: number },
  now: { readonly clock: number; readonly steady: number },
): boolean {
  return Math.abs(now.clock - before.clock - (now.steady - before.steady)) > JUMP;
}

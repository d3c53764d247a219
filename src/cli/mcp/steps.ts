import { stepStartsAt, timeStep } from '../../lib/otp/codes.ts';
import type { TimedParameters } from '../../lib/otp/parameters.ts';
import type { StepRecord } from '../aws/used-steps.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** Clients give up after a minute; a person may have thought before. */
const LONGEST_WAIT = 45_000;

/** Which steps are wanted. */
export interface StepOrder {
  /** Whose steps: the id of the entry. */
  readonly key: string;
  readonly otp: TimedParameters;
  /** The earliest step that will do. */
  readonly from: number;
  /** The last of the steps that are wanted if `first` is the first of them. */
  readonly lastOf: (first: number) => number;
}

/**
 * Takes the first steps of an entry that nobody has had, and waits until they begin. No
 * step is taken twice, by however many processes.
 *
 * @returns the first of the steps
 * @throws Refusal `step-used` where the wait is too long; the signal's reason when aborted
 */
export async function takeSteps(
  record: StepRecord,
  { key, otp, from, lastOf }: StepOrder,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const waitFor = (step: number): number => stepStartsAt(otp, step) - clock.now();
  let step = from;
  while (waitFor(step) <= LONGEST_WAIT) {
    if (await record.claim(key, lastOf(step), timeStep(otp, clock.now()), step)) {
      const left = waitFor(step);
      if (left > 0) await clock.sleep(left, signal);
      return step;
    }
    step = Math.max(step + 1, timeStep(otp, clock.now()));
  }
  throw new Refusal(
    'step-used',
    `The codes until then were given already, and none is given twice. The next one begins in ${Math.ceil(waitFor(step) / 1000)} s; call again then.`,
  );
}

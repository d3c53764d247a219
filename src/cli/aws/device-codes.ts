import { codeAt, stepStartsAt, timeStep } from '../../lib/otp/codes.ts';
import type { TotpParameters } from '../../lib/otp/parameters.ts';
import type { Clock } from './clock.ts';
import type { CodePair } from './iam.ts';
import type { StepRecord } from './used-steps.ts';

/** Milliseconds between two looks at whether waiting is still needed. */
const LOOK = 500;

/** How codes are waited for. */
export interface Waiting {
  readonly clock: Clock;
  /** Takes a line for the person. */
  readonly tell: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Looked at while waiting: true ends it. */
  readonly isNeedless?: (() => Promise<boolean>) | undefined;
}

/** Codes of one device, each at most once, whichever process asks. */
export class DeviceCodes {
  readonly #serial: string;
  readonly #otp: TotpParameters;
  readonly #steps: StepRecord;
  readonly #waiting: Waiting;

  constructor(serial: string, otp: TotpParameters, steps: StepRecord, waiting: Waiting) {
    this.#serial = serial;
    this.#otp = otp;
    this.#steps = steps;
    this.#waiting = waiting;
  }

  /**
   * The code of the first time step from now that is not used, when that step has begun.
   * Undefined where `isNeedless` ended the wait.
   *
   * @throws The signal's reason where it ended the wait; RefusedError of `UsedSteps`
   */
  async fresh(): Promise<string | undefined> {
    const step = await this.#freshStep();
    return step === undefined ? undefined : codeAt(this.#otp, step);
  }

  /**
   * The codes of the step before this one and of this one, without a wait; undefined where
   * one of them is used. AWS synchronizes with either pair that is near enough.
   */
  async recentPair(): Promise<CodePair | undefined> {
    const now = this.#now();
    if (!(await this.#steps.claim(this.#serial, now, now, now - 1))) return undefined;
    return [codeAt(this.#otp, now - 1), codeAt(this.#otp, now)];
  }

  /** The next code and the one after it, each used in its own time, as AWS's manuals have it. */
  async freshPair(): Promise<CodePair> {
    for (;;) {
      const first = await this.#freshStep();
      const second = await this.#freshStep();
      if (first === undefined || second === undefined) throw new Error('The wait has no end here.');
      // Another process may have taken the step in between.
      if (second === first + 1) return [codeAt(this.#otp, first), codeAt(this.#otp, second)];
    }
  }

  async #freshStep(): Promise<number | undefined> {
    let told = -1;
    for (;;) {
      const now = this.#now();
      if (await this.#steps.claim(this.#serial, now, now)) return now;
      const begins = stepStartsAt(this.#otp, now + 1);
      if (told !== now) this.#tell(begins);
      told = now;
      if (!(await this.#waitUntil(begins))) return undefined;
    }
  }

  async #waitUntil(moment: number): Promise<boolean> {
    const { clock, signal, isNeedless } = this.#waiting;
    while (clock.now() < moment) {
      await clock.sleep(Math.min(moment - clock.now(), LOOK), signal);
      if (await isNeedless?.()) return false;
    }
    return true;
  }

  #tell(begins: number): void {
    const seconds = Math.ceil((begins - this.#waiting.clock.now()) / 1000);
    this.#waiting.tell(
      `AWS takes each code once, and the current one is used. The next one is there in ${seconds} s.`,
    );
  }

  #now(): number {
    return timeStep(this.#otp, this.#waiting.clock.now());
  }
}

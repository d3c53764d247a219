import { randomBytes } from 'node:crypto';
import { referenceTotp } from '../totp.ts';
import { AwsRefusal, CANNOT_VALIDATE, INVALID_CODE } from './error.ts';

const PERIOD = 30;

/** Steps that STS takes before and after its own (measured; facts on security, section 6). */
const WINDOW = 2;

/** Seconds that the second code of a pair may be off. */
const PAIR_BEFORE = 998;
const PAIR_AFTER = 1000;

/** Codes that a device takes or refuses in each three minutes of the clock. */
const ATTEMPTS = 9;
const ATTEMPTS_SECONDS = 180;

/** A virtual MFA device that checks codes as AWS was measured to. */
export class Device {
  readonly serial: string;
  readonly secret = randomBytes(40);
  owner: string | undefined;
  enabledAt: number | undefined;
  /** Seconds by which its clock was synchronized. */
  #offset = 0;
  readonly #used = new Set<number>();
  #newestPair = -1;
  #attempts = { window: -1, count: 0 };

  constructor(serial: string) {
    this.serial = serial;
  }

  /** What an authenticator would show. */
  code(seconds: number): string {
    return referenceTotp(
      { secret: this.secret, algorithm: 'SHA1', digits: 6, period: PERIOD },
      seconds,
    );
  }

  /** Takes one code, for STS. */
  check(code: string, seconds: number): void {
    const window = Math.floor(seconds / ATTEMPTS_SECONDS);
    this.#attempts =
      window === this.#attempts.window
        ? { window, count: this.#attempts.count + 1 }
        : { window, count: 1 };
    if (this.#attempts.count > ATTEMPTS) throw new AwsRefusal('AccessDenied', 403, CANNOT_VALIDATE);
    const now = seconds + this.#offset;
    for (let away = -WINDOW; away <= WINDOW; away += 1) {
      const step = Math.floor(now / PERIOD) + away;
      if (this.#used.has(step) || this.code(step * PERIOD) !== code) continue;
      this.#used.add(step);
      return;
    }
    throw new AwsRefusal('AccessDenied', 403, INVALID_CODE);
  }

  /** Takes two codes in a row, for enabling and for synchronizing. */
  checkPair(first: string, second: string, seconds: number): void {
    const from = Math.ceil((seconds - PAIR_BEFORE) / PERIOD);
    const to = Math.floor((seconds + PAIR_AFTER) / PERIOD);
    for (let step = Math.max(from, this.#newestPair + 1); step <= to; step += 1) {
      if (this.code(step * PERIOD) !== second) continue;
      if (this.code((step - 1) * PERIOD) !== first) continue;
      this.#newestPair = step;
      this.#offset = (step - Math.floor(seconds / PERIOD)) * PERIOD;
      return;
    }
    throw new AwsRefusal(
      'InvalidAuthenticationCode',
      403,
      'Authentication code for device is not valid.',
    );
  }
}

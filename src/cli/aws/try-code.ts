import { RefusedError } from '../errors.ts';
import type { ChosenDevice } from './choose-device.ts';
import type { Clock } from './clock.ts';
import { DeviceCodes } from './device-codes.ts';
import { isRefusedCode, isUnknownDevice } from './refusals.ts';
import type { Sts } from './sts.ts';
import type { UsedSteps } from './used-steps.ts';

/** For some ten seconds after it is turned on, AWS knows nothing of a device. */
const TRIES = 3;

/** Seconds; the shortest there is, as nobody uses the session. */
const SHORTEST = 900;

interface Tools {
  readonly getSession: Sts['getSession'];
  readonly steps: UsedSteps;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Gets a session with a code of a device, only to see that AWS takes it. False where the
 * person stopped it.
 *
 * @throws RefusedError where AWS does not take codes of the device
 */
export async function tryCode(
  { serial, otp }: ChosenDevice,
  { getSession, steps, clock, tell, stop }: Tools,
): Promise<boolean> {
  const codes = new DeviceCodes(serial, otp, steps, { clock, tell, signal: stop });
  for (let tries = 1; ; tries += 1) {
    try {
      const code = await codes.fresh();
      if (code !== undefined) await getSession(serial, code, SHORTEST);
      return true;
    } catch (error) {
      if (stop.aborted) return false;
      const isEarly = isRefusedCode(error) || isUnknownDevice(error);
      if (isEarly && tries < TRIES) continue;
      throw new RefusedError(
        `${serial} is on and its entry is in the vault, but AWS took no code of it yet. Wait a minute, then try: 2faa aws session. If that fails: 2faa aws resync`,
      );
    }
  }
}

import type { ChosenDevice } from './choose-device.ts';
import type { Clock } from './clock.ts';
import { DeviceCodes } from './device-codes.ts';
import type { Iam } from './iam.ts';
import { explain } from './refusals.ts';
import { sendPair } from './send-pair.ts';
import type { StepRecord } from './used-steps.ts';

interface Tools {
  readonly iam: Pick<Iam, 'resyncDevice'>;
  readonly steps: StepRecord;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Synchronizes AWS with the codes of a device.
 *
 * @throws RefusedError with what to do
 */
export async function resync(
  user: string,
  { serial, otp }: ChosenDevice,
  { iam, steps, clock, tell, stop }: Tools,
): Promise<void> {
  const codes = new DeviceCodes(serial, otp, steps, { clock, tell, signal: stop });
  try {
    await sendPair(codes, tell, (pair) => iam.resyncDevice(user, serial, pair));
  } catch (error) {
    stop.throwIfAborted();
    throw explain(error, { user, serial });
  }
}

import { RefusedError } from '../errors.ts';
import { cleanUp } from './clean-up.ts';
import { DeviceCodes } from './device-codes.ts';
import { asTotp } from './device-entry.ts';
import type { EnrollOrder, EnrollTools, Prepared } from './enrollment.ts';
import { prepareDevice } from './prepare-device.ts';
import { explain } from './refusals.ts';
import { sendPair } from './send-pair.ts';

/** Looks at whether AWS lists the device, and milliseconds between them: its answers lag behind. */
const LOOKS = 6;
const PAUSE = 2_000;

/**
 * Makes a virtual device for an IAM user, stores its secret, and turns it on. The secret
 * is in the vault before AWS gets a code, so that it cannot be lost once AWS asks for
 * codes. What an earlier call has left is taken up; what this one cannot finish goes again.
 *
 * @throws RefusedError with what to do, and what is left
 */
export async function enroll(order: EnrollOrder, tools: EnrollTools): Promise<Prepared> {
  const { user } = order;
  const prepared = await prepareDevice(order, tools);
  const { serial, entry } = prepared;
  // An earlier call may have turned it on and not learned of it.
  if (!prepared.isNew && (await isListed(user, serial, tools)) === true) {
    await tools.vault.accept(entry.id);
    return prepared;
  }
  try {
    await turnOn(user, prepared, tools);
  } catch (error) {
    // It may be on all the same, where only the answer was lost.
    if ((await isListed(user, serial, tools)) !== true) {
      const refusal = tools.stop.aborted
        ? new RefusedError('Stopped.')
        : explain(error, { user, serial });
      throw await cleanUp(prepared, refusal, tools);
    }
  }
  await verify(user, serial, tools);
  await tools.vault.accept(entry.id);
  return prepared;
}

async function turnOn(
  user: string,
  { serial, entry }: Prepared,
  { iam, steps, clock, tell, stop }: EnrollTools,
): Promise<void> {
  stop.throwIfAborted();
  const codes = new DeviceCodes(serial, asTotp(entry), steps, { clock, tell, signal: stop });
  await sendPair(codes, tell, (pair) => iam.enableDevice(user, serial, pair));
}

/** Waits until AWS lists the device. From here on stopping is no use: the device is on. */
async function verify(user: string, serial: string, tools: EnrollTools): Promise<void> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const listed = await isListed(user, serial, tools);
    if (listed === true) return;
    if (listed === undefined) {
      tools.tell(`These keys may not list the devices of ${user}, so that was not checked.`);
      return;
    }
    if (look < LOOKS) await tools.clock.sleep(PAUSE);
  }
  throw new RefusedError(
    `AWS took the codes, but does not list ${serial} for ${user}. Its entry stays in the vault as pending. Run the same command again in a minute.`,
  );
}

/** Undefined where AWS does not say. */
async function isListed(
  user: string,
  serial: string,
  { iam }: EnrollTools,
): Promise<boolean | undefined> {
  return iam.listDevices(user).then(
    (serials) => serials.includes(serial),
    () => undefined,
  );
}

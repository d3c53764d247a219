import { print, warn } from '../output.ts';
import { chooseDevice } from './choose-device.ts';
import { systemClock as clock } from './clock.ts';
import { connectIam } from './iam.ts';
import type { ResyncOptions } from './options.ts';
import { profileName, readProfile } from './profile.ts';
import { reach } from './reach.ts';
import { resync } from './resync.ts';
import { callerOf, userOf } from './run-enroll.ts';
import { withStop } from './stop.ts';
import { connectSts } from './sts.ts';
import { alsoFor, UsedSteps } from './used-steps.ts';
import { awsVault } from './vault.ts';

/** Synchronizes AWS with the codes of a device, and says so. */
export async function runResync(options: ResyncOptions): Promise<void> {
  const connection = await reach(options);
  const iam = connectIam(connection);
  const user = options.user ?? userOf(undefined, await callerOf(connectSts(connection)));
  const device = await chooseDevice(await serialOf(options), options.entry, {
    listDevices: () => iam.listDevices(user),
    vault: awsVault(options),
  });
  const steps = alsoFor(device.entry, new UsedSteps());
  await withStop(async (stop) => {
    await resync(user, device, { iam, steps, clock, tell: warn, stop });
  });
  print(`AWS is synchronized with ${device.serial}.`);
}

/** The device of the profile is that of its own user. */
async function serialOf({ serialNumber, user, profile }: ResyncOptions): Promise<string> {
  if (serialNumber !== undefined || user !== undefined) return serialNumber ?? '';
  const found = await readProfile(profileName(profile, process.env));
  return found?.settings.mfa_serial ?? '';
}

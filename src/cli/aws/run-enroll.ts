import { RefusedError, UsageError } from '../errors.ts';
import { print, warn } from '../output.ts';
import type { Caller } from './arn.ts';
import { systemClock as clock } from './clock.ts';
import { asTotp } from './device-entry.ts';
import { enroll } from './enroll.ts';
import { connectIam } from './iam.ts';
import type { EnrollOptions } from './options.ts';
import { reach } from './reach.ts';
import { explain } from './refusals.ts';
import { withStop } from './stop.ts';
import { connectSts, type Sts } from './sts.ts';
import { tryCode } from './try-code.ts';
import { UsedSteps } from './used-steps.ts';
import { awsVault } from './vault.ts';

/** Turns on MFA for an IAM user, and says what came of it. */
export async function runEnroll(options: EnrollOptions): Promise<void> {
  const connection = await reach(options);
  const sts = connectSts(connection);
  const caller = await callerOf(sts);
  const user = userOf(options.user, caller);
  const deviceName = options.deviceName ?? user;
  const steps = new UsedSteps();
  await withStop(async (stop) => {
    const tools = { steps, clock, tell: warn, stop };
    const { serial, entry } = await enroll(
      { user, deviceName, caller },
      { ...tools, iam: connectIam(connection), vault: awsVault(options) },
    );
    print(`${serial} is on for ${user}. Its entry is ${entry.otp.issuer} ${entry.otp.account}.`);
    if (caller.user !== user || (await sts.getKeys()).sessionToken !== undefined) return;
    warn('Trying a code of it; this takes up to a minute.');
    const { getSession } = sts;
    const works = await tryCode({ serial, otp: asTotp(entry) }, { ...tools, getSession });
    if (works) warn('AWS took a code of it.');
  });
}

/** @throws RefusedError */
export async function callerOf(sts: Sts): Promise<Caller> {
  return sts.getCaller().catch((error: unknown) => {
    throw explain(error);
  });
}

/** The IAM user that is meant. */
export function userOf(named: string | undefined, caller: Caller): string {
  const user = named ?? caller.user;
  if (user !== undefined) return user;
  if (caller.isRoot) {
    throw new RefusedError(
      'These are keys of the root user. AWS lets it change devices in the console only; for an IAM user, name it with --user.',
    );
  }
  throw new UsageError('These keys are of no IAM user. Name one with --user.');
}

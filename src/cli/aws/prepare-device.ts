import type { Entry } from '../../lib/vault/entry.ts';
import { isUsable } from '../entry-text.ts';
import { RefusedError } from '../errors.ts';
import { deviceArn } from './arn.ts';
import { deleteDevice } from './clean-up.ts';
import { GUIDE, IAM_USER, ISSUER, accountLabel } from './device-entry.ts';
import type { EnrollOrder, EnrollTools, Prepared } from './enrollment.ts';
import type { Iam, NewDevice } from './iam.ts';
import { errorCode, explain, isUncertain } from './refusals.ts';

/**
 * A device whose secret is in the vault, as a pending entry: a new one, or one that an
 * earlier call has made and not turned on.
 *
 * @throws RefusedError; nothing is left behind then, or it says what
 */
export async function prepareDevice(order: EnrollOrder, tools: EnrollTools): Promise<Prepared> {
  const { deviceName: name, caller } = order;
  const label = accountLabel({ name, accountId: caller.accountId });
  const serial = deviceArn({ ...caller, name });
  // Opens the vault: with a wrong passphrase nothing must be made.
  const left = leftEntry(await tools.vault.entries(), label, order.user);
  if (tools.stop.aborted) throw new RefusedError('Stopped; nothing was changed.');
  const made = await makeDevice(order, serial, left !== undefined, tools.iam);
  if (made !== undefined) return store(made, label, order.user, tools);
  if (left === undefined) throw new Error('A device that is there needs an entry.');
  tools.tell(`${serial} was made by an earlier call, and its secret is in the vault: going on.`);
  return { serial, entry: left, isNew: false };
}

function leftEntry(entries: readonly Entry[], label: string, user: string): Entry | undefined {
  return entries.find(
    (entry) =>
      isUsable(entry) &&
      entry.status === 'pending' &&
      entry.otp.account === label &&
      entry.identity?.kind === IAM_USER &&
      entry.identity.name === user,
  );
}

/** Undefined where the device is there already and its entry is too. */
async function makeDevice(
  { user, deviceName }: EnrollOrder,
  serial: string,
  hasEntry: boolean,
  iam: Iam,
): Promise<NewDevice | undefined> {
  try {
    return await iam.createDevice(deviceName);
  } catch (error) {
    if (errorCode(error) !== 'EntityAlreadyExists') {
      const hint = isUncertain(error) ? ` ${serial} may have been made all the same.` : '';
      throw new RefusedError(`${explain(error, { user, serial }).message}${hint}`);
    }
    if (hasEntry) return undefined;
    throw await alreadyThere(error, serial, iam);
  }
}

async function alreadyThere(error: unknown, serial: string, iam: Iam): Promise<RefusedError> {
  const isLeft = await iam.isUnassigned(serial).catch(() => undefined);
  if (isLeft === undefined) return explain(error, { serial });
  return new RefusedError(
    isLeft
      ? `There is a device ${serial} that belongs to nobody: a set-up was canceled. Choose another --device-name, or delete it with: aws iam delete-virtual-mfa-device --serial-number ${serial} (AWS: EntityAlreadyExists)`
      : `The device ${serial} is in use. Choose another --device-name. (AWS: EntityAlreadyExists)`,
  );
}

async function store(
  { serial, secret }: NewDevice,
  account: string,
  user: string,
  { iam, vault, steps }: EnrollTools,
): Promise<Prepared> {
  try {
    const entry = await vault.capture({
      otp: {
        type: 'totp',
        issuer: ISSUER,
        account,
        secret,
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
      guide: GUIDE,
      identity: { kind: IAM_USER, name: user },
    });
    // A device of that name may have had another secret.
    await steps.forget(serial);
    return { serial, entry, isNew: true };
  } catch (error) {
    secret.fill(0);
    throw await deleteDevice(serial, explain(error), iam);
  }
}

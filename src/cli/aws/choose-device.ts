import type { TotpParameters } from '../../lib/otp/parameters.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { RefusedError } from '../errors.ts';
import { parseDeviceArn, type DeviceArn } from './arn.ts';
import { asTotp, entryOfDevice } from './device-entry.ts';
import { explain } from './refusals.ts';
import type { AwsVault } from './vault.ts';

/** A device and what makes its codes. */
export interface ChosenDevice {
  readonly serial: string;
  readonly otp: TotpParameters;
}

/** The same with the id of the entry. */
export interface ChosenEntry extends ChosenDevice {
  readonly entry: string;
}

interface Tools {
  readonly listDevices: () => Promise<string[]>;
  readonly vault: Pick<AwsVault, 'entries' | 'find'>;
}

/**
 * The device to use and its entry: the device that is named, or the first of the user's
 * whose entry is in the vault.
 *
 * @param named A serial number, or nothing.
 * @param query Finds the entry where its label does not name the device.
 * @throws RefusedError
 */
export async function chooseDevice(
  named: string,
  query: string | undefined,
  { listDevices, vault }: Tools,
): Promise<ChosenEntry> {
  const serials = named === '' ? await listed(listDevices) : [virtual(named)];
  const find = finder(query, serials, vault);
  let refusal: unknown;
  for (const { serial, device } of serials) {
    try {
      const entry = await find(device);
      return { serial, entry: entry.id, otp: asTotp(entry) };
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

interface VirtualDevice {
  readonly serial: string;
  readonly device: DeviceArn;
}

function virtual(serial: string): VirtualDevice {
  const device = parseDeviceArn(serial);
  if (device !== undefined) return { serial, device };
  throw new RefusedError(
    serial.includes(':u2f/')
      ? `${serial} is a passkey or security key, which AWS does not take on the command line. Enroll an authenticator app as well: 2faa aws enroll`
      : `${serial} is not the ARN of a virtual device, such as arn:aws:iam::123456789012:mfa/alice. Copy it from Security credentials.`,
  );
}

async function listed(listDevices: () => Promise<string[]>): Promise<VirtualDevice[]> {
  const serials = await listDevices().catch((error: unknown) => {
    const { message } = explain(error);
    throw new RefusedError(
      `${message}\nOr name the device: with --serial-number, or as mfa_serial in the profile.`,
    );
  });
  const found = serials.flatMap((serial) => {
    const device = parseDeviceArn(serial);
    return device === undefined ? [] : [{ serial, device }];
  });
  if (found.length > 0) return found;
  throw new RefusedError(
    serials.length === 0
      ? 'The user has no MFA device. Enroll one: 2faa aws enroll'
      : 'The user has only devices that make no codes here, such as passkeys, which AWS does not take on the command line. Enroll an authenticator app as well: 2faa aws enroll',
  );
}

function finder(
  query: string | undefined,
  serials: readonly VirtualDevice[],
  vault: Tools['vault'],
): (device: DeviceArn) => Promise<Entry> {
  if (query === undefined) return async (device) => entryOfDevice(await vault.entries(), device);
  if (serials.length > 1) {
    throw new RefusedError(
      `The user has several devices: ${serials.map(({ serial }) => serial).join(', ')}. Name the one of the entry with --serial-number.`,
    );
  }
  return () => vault.find(query);
}

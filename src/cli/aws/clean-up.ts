import { RefusedError } from '../errors.ts';
import type { EnrollTools, Prepared } from './enrollment.ts';
import type { Iam } from './iam.ts';

/**
 * Takes back what an enrollment has made and cannot finish: deletes the device, then puts
 * its entry in the trash. An entry stays as long as its device may be there.
 *
 * @param reason Why it was not finished.
 * @returns The reason, and what became of the device and the entry.
 */
export async function cleanUp(
  { serial, entry, isNew }: Prepared,
  reason: RefusedError,
  { iam, vault }: Pick<EnrollTools, 'iam' | 'vault'>,
): Promise<RefusedError> {
  if (!isNew) {
    return new RefusedError(
      `${reason.message}\n${serial} stays as it was, and so does its entry in the vault.`,
    );
  }
  try {
    await iam.deleteDevice(serial);
  } catch {
    return new RefusedError(
      `${reason.message}\nLeft: ${serial}, and its secret as a pending entry in the vault. Run the same command again to go on, or delete the device with: aws iam delete-virtual-mfa-device --serial-number ${serial}`,
    );
  }
  return vault.trash(entry.id).then(
    () =>
      new RefusedError(
        `${reason.message}\nThe device was deleted again, and its entry is in the trash.`,
      ),
    () =>
      new RefusedError(
        `${reason.message}\nThe device was deleted again. Left: its entry in the vault, ${entry.otp.account}, which is of no use.`,
      ),
  );
}

/** Deletes a device whose secret could not be stored. */
export async function deleteDevice(
  serial: string,
  reason: RefusedError,
  iam: Iam,
): Promise<RefusedError> {
  return iam.deleteDevice(serial).then(
    () => new RefusedError(`${reason.message}\nThe device was deleted again.`),
    () =>
      new RefusedError(
        `${reason.message}\nLeft: ${serial}, without its secret. Delete it with: aws iam delete-virtual-mfa-device --serial-number ${serial}`,
      ),
  );
}

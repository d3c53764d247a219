import type { TotpParameters } from '../../lib/otp/parameters.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { isUsable } from '../entry-text.ts';
import { RefusedError } from '../errors.ts';
import type { DeviceArn } from './arn.ts';

/** Slug of the guide, and the kind of identity in it, that entries of IAM users carry. */
export const GUIDE = 'aws-mfa';
export const IAM_USER = 'iam';

/** As the console's QR codes name it. */
export const ISSUER = 'Amazon Web Services';

/** The label that AWS gives a device's QR code, with the account's id and not its alias. */
export function accountLabel({ name, accountId }: Omit<DeviceArn, 'partition'>): string {
  return `${name}@${accountId}`;
}

/**
 * The entry of a device. AWS labels its QR codes with the name of the device and, behind
 * an @, the account's id, its alias, or the user.
 *
 * @throws RefusedError where none or several could be meant
 */
export function entryOfDevice(entries: readonly Entry[], { name, accountId }: DeviceArn): Entry {
  const ours = entries.filter(isUsable).filter(isOfAws);
  const ways: ((entry: Entry) => boolean)[] = [
    ({ otp }) => otp.account === accountLabel({ name, accountId }),
    ({ otp }) => otp.account.startsWith(`${name}@`),
    ({ identity }) => identity?.kind === IAM_USER && identity.name === name,
  ];
  for (const way of ways) {
    const found = ours.filter(way);
    const active = found.filter(({ status }) => status === 'active');
    const [first, ...others] = active.length > 0 ? active : found;
    if (first === undefined) continue;
    if (others.length === 0) return first;
    throw new RefusedError(
      `Several entries could be of the device ${name}: ${namesOf([first, ...others])}. Name one with --entry.`,
    );
  }
  throw new RefusedError(
    `The vault has no entry for the device ${name} of account ${accountId}. ${
      ours.length === 0 ? 'It has none of AWS.' : `It has: ${namesOf(ours)}. Name one with --entry.`
    }`,
  );
}

/**
 * What makes the codes of a device: AWS takes six digits (IAM API) that change with the time.
 *
 * @throws RefusedError for other entries
 */
export function asTotp({ otp }: Pick<Entry, 'otp'>): TotpParameters {
  if (otp.type === 'totp' && otp.digits === 6) return otp;
  const what =
    otp.type === 'totp' ? `codes of ${otp.digits} digits` : `codes of the kind ${otp.type}`;
  throw new RefusedError(
    `The entry ${namesOf([{ otp }])} makes ${what}. AWS takes six digits that change with the time: choose another entry.`,
  );
}

/** Entries without an issuer count: links from the API of AWS name none. */
function isOfAws({ otp, guide }: Entry): boolean {
  return guide === GUIDE || otp.issuer === '' || /^(?:amazon web services|aws)\b/i.test(otp.issuer);
}

function namesOf(entries: readonly Pick<Entry, 'otp'>[]): string {
  return entries
    .map(({ otp: { issuer, account } }) => [issuer, account].filter(Boolean).join(' '))
    .join(', ');
}

import type { GuideForIsland } from '../../lib/guides/island.ts';
import type { OtpParameters } from '../../lib/otp/parameters.ts';

/** Whether a QR code is this guide's service's: by its issuer, or by its label where it names none. */
export function isFrom(
  { enrollment }: GuideForIsland,
  { issuer, account }: OtpParameters,
): boolean {
  const named = issuer.toLowerCase();
  if (named !== '') return enrollment.issuers.some((each) => each.toLowerCase() === named);
  // A typed key says nothing of where it comes from, so there is nothing to warn of.
  if (account === '' || enrollment.accountPattern === undefined) return true;
  return new RegExp(enrollment.accountPattern, 'u').test(account);
}

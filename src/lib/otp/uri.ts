import { encodeBase32 } from './base32.ts';
import type { OtpParameters } from './parameters.ts';
import { displayText } from './text.ts';

/**
 * The `otpauth:` link of an entry, for showing it as a QR code again. It states
 * every parameter, so that no app has to assume one; `readOtpText` reads it
 * back to the same entry. It holds the secret: never log it or put it in an address.
 */
export function toOtpauthUri(otp: OtpParameters): string {
  const issuer = encodeURIComponent(displayText(otp.issuer));
  const account = encodeURIComponent(displayText(otp.account));
  // Without an issuer, the leading colon keeps one in the account from passing for the end of it.
  const prefix = issuer !== '' || account.includes('%3A') ? `${issuer}:` : '';
  const parameters = [
    `secret=${encodeBase32(otp.secret)}`,
    ...(issuer === '' ? [] : [`issuer=${issuer}`]),
    `algorithm=${otp.algorithm}`,
    `digits=${otp.digits}`,
    otp.type === 'hotp' ? `counter=${otp.counter}` : `period=${otp.period}`,
  ];
  return `otpauth://${otp.type}/${prefix}${account}?${parameters.join('&')}`;
}

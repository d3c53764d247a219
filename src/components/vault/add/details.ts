import type { Algorithm, OtpParameters } from '../../../lib/otp/parameters.ts';
import type { OtpFound } from '../../../lib/otp/reading.ts';

/** Whether a typed text is a link, which brings its own parameters. */
export function isLink(text: string): boolean {
  return /^\s*(?:apple-)?(?:otpauth|steam):/i.test(text);
}

/**
 * What a person typed beside the key: names count where there are some, the parameters
 * only for a bare key.
 */
export function withDetails(found: OtpFound, form: FormData, link: boolean): OtpFound {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const names = {
    issuer: text('issuer') || found.otp.issuer,
    account: text('account') || found.otp.account,
  };
  const notes = found.notes.filter(
    ({ code }) =>
      !(code === 'no-issuer' && names.issuer !== '') &&
      !(code === 'no-account' && names.account !== ''),
  );
  if (link) return { ...found, notes, otp: { ...found.otp, ...names } };
  const { secret } = found.otp;
  const type = text('type');
  const own = {
    secret,
    digits: Number(text('digits') || 6),
    // The vault checks it: it may hold anything by then.
    algorithm: (text('algorithm') || 'SHA1') as Algorithm,
    period: Number(text('period') || 30),
  };
  const { digits, algorithm, period } = own;
  const common = { ...names, secret, algorithm };
  const otp: OtpParameters =
    type === 'hotp'
      ? { type, ...common, digits, counter: Number(text('counter') || 0) }
      : type === 'steam'
        ? {
            ...{ type, ...common, issuer: names.issuer || 'Steam' },
            ...{ algorithm: 'SHA1', digits: 5, period: 30 },
          }
        : { type: 'totp', ...common, digits, period };
  return { ...found, notes, otp };
}

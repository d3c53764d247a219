import { randomBytes, randomInt } from 'node:crypto';
import { encodePng } from '../../helpers/png.ts';
import { drawQr } from '../../helpers/qr-picture.ts';
import { referenceBase32, referenceTotp } from '../../helpers/totp.ts';

/** One set-up as AWS would show it, with the codes that the service would expect. */
export interface Key {
  readonly secret: Uint8Array;
  /** As the page "Show secret key" gives it: 64 characters for the 40 bytes of AWS. */
  readonly base32: string;
  readonly issuer: string;
  readonly account: string;
  readonly link: string;
  /** The code of a moment in milliseconds, or of `ahead` time steps after it. */
  readonly codeAt: (milliseconds: number, ahead?: number) => string;
}

/** Length of a time step in milliseconds. */
export const STEP = 30_000;

/** A set-up with a fresh random secret; the label is as AWS writes it unless another is given. */
export function freshKey(label: { issuer?: string; account?: string } = {}): Key {
  const secret = new Uint8Array(randomBytes(40));
  const base32 = referenceBase32(secret);
  const issuer = label.issuer ?? 'Amazon Web Services';
  const account = label.account ?? `device-${randomInt(1e6)}@${randomInt(1e11, 1e12)}`;
  const name = `${encodeURIComponent(issuer)}:${account}`;
  return {
    secret,
    base32,
    issuer,
    account,
    link: `otpauth://totp/${name}?secret=${base32}&issuer=${encodeURIComponent(issuer)}`,
    codeAt: (milliseconds, ahead = 0) =>
      referenceTotp(
        { secret, algorithm: 'SHA1', digits: 6, period: 30 },
        (milliseconds + ahead * STEP) / 1000,
      ),
  };
}

/** A screenshot of the QR code, as for a file input. */
export function qrPicture({ link }: Pick<Key, 'link'>) {
  return { name: 'screenshot.png', mimeType: 'image/png', buffer: encodePng(drawQr(link)) };
}

import type { MigrationObstacle } from '../../../lib/formats/google-migration-write.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { words } from './words.ts';

/** What is out of the ordinary about an entry's codes, in words; empty where nothing is. */
export function unusualTraits(otp: OtpParameters): string {
  const { traits } = words;
  return [
    otp.type === 'totp' && otp.period !== 30 ? traits.period(otp.period) : '',
    otp.type !== 'steam' && otp.digits !== 6 ? traits.digits(otp.digits) : '',
    otp.algorithm === 'SHA1' ? '' : traits.algorithm(otp.algorithm),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Why Google's format cannot hold an entry, in words. */
export function obstacleText(otp: OtpParameters, obstacle: MigrationObstacle): string {
  const { obstacles } = words;
  if (obstacle === 'period') return obstacles.period(otp.type === 'hotp' ? 0 : otp.period);
  return obstacle === 'digits' ? obstacles.digits(otp.digits) : obstacles[obstacle];
}

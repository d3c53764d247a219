import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import { readOtpText, readTypedKey } from '../../../src/lib/otp/parse.ts';

const SEEDS = [
  'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP&issuer=Acme&algorithm=SHA1&digits=6&period=30',
  'otpauth://hotp/A%3Ab?secret=jbsw+y3dp&counter=9007199254740991&issuer=Some+Company',
  'apple-otpauth://steam/?secret=MZXW6YTBOI%3D%3D&encoder=steam',
  'steam://JBSWY3DPEHPK3PXP',
  'JBSW Y3DP EHPK 3PXP',
];
const NOISE = [
  ...Array.from('otpauh:/?&=%#+ -09Aaz27é喵\u0000\u202E\u200B\uD800\n'),
  '%00',
  '%C3',
  '%E2%80%AE',
  '&secret=',
];

describe('readers', () => {
  it('never throw, and give only parameters within bounds, on damaged texts', () => {
    for (let round = 0; round < 20_000; round += 1) {
      const text = damaged(SEEDS[round % SEEDS.length] ?? '');
      for (const reading of [readOtpText(text), readTypedKey(text)]) {
        if (reading.kind === 'otp') expectSound(reading.otp);
        else expect(reading.message).not.toBe('');
      }
    }
  });
});

function damaged(seed: string): string {
  const characters = seed.split('');
  for (let change = randomInt(6); change > 0; change -= 1) {
    const noise = NOISE[randomInt(NOISE.length)] ?? '';
    characters.splice(randomInt(characters.length + 1), randomInt(4), noise);
  }
  return characters.join('');
}

function expectSound(otp: OtpParameters): void {
  expect(otp.secret.length).toBeGreaterThan(0);
  expect(['SHA1', 'SHA256', 'SHA512']).toContain(otp.algorithm);
  expect(otp.digits).toSatisfy(
    (digits: number) => Number.isInteger(digits) && digits >= 5 && digits <= 10,
  );
  if (otp.type === 'hotp') expect(otp.counter).toSatisfy(Number.isSafeInteger);
  else expect(otp.period).toSatisfy((period: number) => period >= 1 && period <= 86_400);
  expect(`${otp.issuer}${otp.account}`).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u200B]/u);
}

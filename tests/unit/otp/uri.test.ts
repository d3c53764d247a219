import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import { readOtpText } from '../../../src/lib/otp/parse.ts';
import { toOtpauthUri } from '../../../src/lib/otp/uri.ts';

const secret = new Uint8Array(Buffer.from('foobarfoobarfoobar'));
const usual = { type: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;

describe('toOtpauthUri', () => {
  it('states every parameter', () => {
    expect(toOtpauthUri({ ...usual, issuer: 'Amazon Web Services', account: 'ada@acme' })).toBe(
      'otpauth://totp/Amazon%20Web%20Services:ada%40acme?secret=MZXW6YTBOJTG633CMFZGM33PMJQXE&issuer=Amazon%20Web%20Services&algorithm=SHA1&digits=6&period=30',
    );
  });

  it('writes a counter instead of a period', () => {
    const { secret, algorithm, digits } = usual;
    const parameters = { secret, algorithm, digits, counter: 0 };
    const otp = { ...parameters, type: 'hotp', issuer: '', account: 'ada' } as const;
    expect(toOtpauthUri(otp)).toBe(
      'otpauth://hotp/ada?secret=MZXW6YTBOJTG633CMFZGM33PMJQXE&algorithm=SHA1&digits=6&counter=0',
    );
  });

  it('gives Steam its own type, so that other apps refuse it rather than show wrong codes', () => {
    const otp = { ...usual, type: 'steam', digits: 5, issuer: 'Steam', account: 'ada' } as const;
    expect(toOtpauthUri(otp)).toMatch(/^otpauth:\/\/steam\/Steam:ada\?/);
  });

  const NAMES = [
    ['', ''],
    ['Acme', ''],
    ['', 'ada'],
    ['', 'a:b'],
    ['', ':'],
    ['Acme', 'Other:ada'],
    ['Acme', ':ada'],
    ['A:B', 'c:d'],
    ['Acme (https://acme.example:8443)', 'ada'],
    ['C++ & C#', 'a=b&secret=AAAA?x#y'],
    ['A+B', 'a+b@acme.example'],
    ['Disney+', '100%'],
    ['%41', '%2541'],
    ['Ünïcode 喵', '👩‍💻'],
    ['Steam', 'ada'],
    ['acme', 'ACME:ada'],
    ['a/b', '//c?'],
  ] as const;

  it.each(NAMES)('is read back to the same entry: issuer "%s", account "%s"', (issuer, account) => {
    const otp: OtpParameters = { ...usual, issuer, account };
    expect(readOtpText(toOtpauthUri(otp))).toMatchObject({ kind: 'otp', otp });
  });

  it('is read back to the same entry, whatever its parameters', () => {
    for (let round = 0; round < 300; round += 1) {
      const common = {
        issuer: 'Acme',
        account: 'ada',
        secret: new Uint8Array(randomBytes(randomInt(1, 80))),
        algorithm: (['SHA1', 'SHA256', 'SHA512'] as const)[randomInt(3)] ?? 'SHA1',
        digits: randomInt(5, 11),
      };
      const period = randomInt(1, 86_401);
      const entries: OtpParameters[] = [
        { ...common, type: 'totp', period },
        { ...common, type: 'hotp', counter: randomInt(2 ** 47) },
        { ...common, type: 'steam', algorithm: 'SHA1', digits: 5, period },
      ];
      for (const otp of entries) {
        expect(readOtpText(toOtpauthUri(otp))).toMatchObject({ kind: 'otp', otp });
      }
    }
  });

  it('writes names with half characters or control characters as they are shown', () => {
    const uri = toOtpauthUri({ ...usual, issuer: 'Ac\u202Eme', account: '\uD800ada\u0000' });
    expect(readOtpText(uri)).toMatchObject({ otp: { issuer: 'Acme', account: '\uFFFDada' } });
  });
});

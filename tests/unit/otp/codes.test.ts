import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  codeAt,
  hotpCode,
  isTimed,
  secondsLeft,
  stepStartsAt,
  timeStep,
} from '../../../src/lib/otp/codes.ts';
import type {
  Algorithm,
  HotpParameters,
  SteamParameters,
  TotpParameters,
} from '../../../src/lib/otp/parameters.ts';
import { referenceCode, referenceSteamCode } from '../../helpers/totp.ts';

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const names = { issuer: 'Acme', account: 'ada' };

function totp(parameters: Partial<TotpParameters>): TotpParameters {
  const secret = ascii('12345678901234567890');
  return {
    type: 'totp',
    ...names,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    ...parameters,
  };
}

function hotp(parameters: Partial<HotpParameters>): HotpParameters {
  const secret = ascii('12345678901234567890');
  return {
    type: 'hotp',
    ...names,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    counter: 0,
    ...parameters,
  };
}

/** Its digits are not what makes the code. */
function steam(secret: Uint8Array<ArrayBuffer>): SteamParameters {
  return { type: 'steam', ...names, secret, algorithm: 'SHA1', digits: 6, period: 30 };
}

describe('hotpCode', () => {
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('gives the code of RFC 4226 appendix D for counter %i', (counter, code) => {
    expect(hotpCode(hotp({ counter }))).toBe(code);
  });

  it.each([2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 48 + 7, Number.MAX_SAFE_INTEGER])(
    'counts beyond 32 bits: %i',
    (counter) => {
      const otp = hotp({ counter, digits: 10 });
      expect(hotpCode(otp)).toBe(referenceCode(otp));
    },
  );
});

describe('codeAt', () => {
  // The seeds of the appendix's program, not of its table: as long as the hash.
  const seeds: Record<Algorithm, string> = {
    SHA1: '12345678901234567890',
    SHA256: '12345678901234567890123456789012',
    SHA512: '1234567890123456789012345678901234567890123456789012345678901234',
  };

  it.each<[number, Algorithm, string]>([
    [59, 'SHA1', '94287082'],
    [59, 'SHA256', '46119246'],
    [59, 'SHA512', '90693936'],
    [1111111109, 'SHA1', '07081804'],
    [1111111109, 'SHA256', '68084774'],
    [1111111109, 'SHA512', '25091201'],
    [1111111111, 'SHA1', '14050471'],
    [1111111111, 'SHA256', '67062674'],
    [1111111111, 'SHA512', '99943326'],
    [1234567890, 'SHA1', '89005924'],
    [1234567890, 'SHA256', '91819424'],
    [1234567890, 'SHA512', '93441116'],
    [2000000000, 'SHA1', '69279037'],
    [2000000000, 'SHA256', '90698825'],
    [2000000000, 'SHA512', '38618901'],
    [20000000000, 'SHA1', '65353130'],
    [20000000000, 'SHA256', '77737706'],
    [20000000000, 'SHA512', '47863826'],
  ])('gives the code of RFC 6238 appendix B at %i s with %s', (seconds, algorithm, code) => {
    const otp = totp({ algorithm, digits: 8, secret: ascii(seeds[algorithm]) });
    expect(codeAt(otp, timeStep(otp, seconds * 1000))).toBe(code);
  });

  for (const algorithm of ['SHA1', 'SHA256', 'SHA512'] as const) {
    for (const digits of [5, 6, 7, 8, 9, 10]) {
      it(`agrees with an independent implementation: ${algorithm}, ${digits} digits`, () => {
        for (const length of [1, 10, 16, 20, 32, 40, 64, 65, 128, 129]) {
          const secret = new Uint8Array(randomBytes(length));
          const step = randomBytes(4).readUInt32BE();
          const code = codeAt(totp({ secret, algorithm, digits }), step);
          expect(code).toMatch(new RegExp(`^\\d{${digits}}$`));
          expect(code).toBe(referenceCode({ secret, algorithm, digits, counter: step }));
        }
      });
    }
  }

  it('uses the bytes of a secret that is a window into a larger buffer, and no others', () => {
    const buffer = new Uint8Array(randomBytes(60));
    const window = buffer.subarray(20, 40);
    expect(codeAt(totp({ secret: window }), 7)).toBe(codeAt(totp({ secret: window.slice() }), 7));
  });

  it('leaves the secret as it is', () => {
    const secret = ascii('12345678901234567890');
    codeAt(totp({ secret }), 1);
    expect(secret).toEqual(ascii('12345678901234567890'));
  });

  it('survives a clock that stands before 1970', () => {
    const otp = totp({});
    expect(codeAt(otp, timeStep(otp, -1))).toMatch(/^\d{6}$/);
  });
});

describe('codeAt for Steam', () => {
  it('agrees with an independent implementation', () => {
    for (let round = 0; round < 200; round += 1) {
      const secret = new Uint8Array(randomBytes(20));
      const step = randomBytes(4).readUInt32BE();
      expect(codeAt(steam(secret), step)).toBe(referenceSteamCode(secret, step));
    }
  });
});

describe('the time step', () => {
  it.each([1, 20, 30, 45, 60, 86_400])(
    'begins and ends on time with a period of %i s',
    (period) => {
      const otp = totp({ period });
      const step = timeStep(otp, 1_790_000_000_000);
      const begins = stepStartsAt(otp, step);
      expect(timeStep(otp, begins)).toBe(step);
      expect(timeStep(otp, begins - 1)).toBe(step - 1);
      expect(timeStep(otp, begins + period * 1000 - 1)).toBe(step);
      expect(timeStep(otp, begins + period * 1000)).toBe(step + 1);
    },
  );

  it.each([
    [0, 30],
    [1, 30],
    [999, 30],
    [1000, 29],
    [1001, 29],
    [15_500, 15],
    [28_999, 2],
    [29_000, 1],
    [29_999, 1],
    [29_999.9, 1],
    [30_000, 30],
  ])('has, %d ms after its beginning, %i s left', (after, left) => {
    const otp = totp({});
    expect(secondsLeft(otp, stepStartsAt(otp, 59_000_000) + after)).toBe(left);
  });
});

describe('isTimed', () => {
  it('tells codes that follow the clock from those that follow a counter', () => {
    expect(isTimed(totp({}))).toBe(true);
    expect(isTimed(steam(ascii('12345678901234567890')))).toBe(true);
    expect(isTimed(hotp({}))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { decodeBase32 } from '../../../src/lib/otp/base32.ts';
import { codeAt, timeStep } from '../../../src/lib/otp/codes.ts';
import type { SteamParameters } from '../../../src/lib/otp/parameters.ts';

/*
 * Steam publishes no test vectors. These are the values that independent projects, each with
 * code of its own, publish in their tests; the first two were read off Steam's own app.
 */

interface Vector {
  readonly source: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  /** Unix time in seconds, and the code that is shown then. */
  readonly codes: readonly (readonly [number, string])[];
}

const VECTORS: readonly Vector[] = [
  {
    source: 'KeePassXC, tests/TestTotp.cpp (Steam’s own app with a throw-away account)',
    secret: decodeBase32('63BEDWCQZKTQWPESARIERL5DTTQFCJTK'),
    codes: [
      [1511200518, 'FR8RV'],
      [1511200714, '9P3VP'],
    ],
  },
  {
    source: 'ValvePython/steam, tests/test_guard.py (on both sides of a change)',
    secret: ascii('superdupersecret'),
    codes: [
      [3000029, '94R9D'],
      [3000030, 'YRGQJ'],
    ],
  },
  {
    source: 'bukson/steampy, test/test_guard.py',
    secret: ascii('1234567890abcdefghij'),
    codes: [[1469184207, 'P2QJN']],
  },
  {
    source: 'juliarose/another-steam-totp, src/lib.rs',
    secret: base64('000000000000000000000000000='),
    codes: [[1634603498, '2C5H2']],
  },
  {
    source: 'MAKS11060/otp, src/steamTotp.test.ts (a secret of zeros, from the beginning of time)',
    secret: new Uint8Array(20),
    codes: [
      [0, 'RYH4D'],
      [30, 'DR2DK'],
    ],
  },
  {
    source: 'Android Password Store, OtpTest.kt',
    secret: decodeBase32('STK7746GVMCHMNH5FBIAQXGPV3I7ZHRG'),
    codes: [[1609 * 30, '6M3CT']],
  },
  {
    source: 'winauth/SteamAuth, test/index.js (30 steps in a row)',
    secret: decodeBase32('STK7746GVMCHMNH5FBIAQXGPV3I7ZHRG'),
    codes: `9J4GW 9KTV8 TY2MF WXTYX JCYC2 V6NXB FMXY3 VQNKR JN2VH JM33B
      GHBBP H5N9M QF2QQ F9MDX 4FY8H DBRQY M56RD XP242 TWFRN VQMKJ
      67QFR MXRPF 63WTY XDW97 WY9CW MC5PG JBTFP M2PP4 M99RM VKWN2`
      .split(/\s+/)
      .map((code, at) => [(48297900 + at) * 30, code]),
  },
];

describe.each(VECTORS)('Steam’s codes as published by $source', ({ secret, codes }) => {
  it.each(codes)('at %i s: %s', (seconds, code) => {
    const otp: SteamParameters = {
      ...{ type: 'steam', issuer: 'Steam', account: '', algorithm: 'SHA1', digits: 5, period: 30 },
      secret,
    };
    expect(codeAt(otp, timeStep(otp, seconds * 1000))).toBe(code);
  });
});

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'ascii'));
}

function base64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

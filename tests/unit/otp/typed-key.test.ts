import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../../src/lib/otp/base32.ts';
import { readTypedKey } from '../../../src/lib/otp/parse.ts';
import type {
  OtherKind,
  OtpField,
  OtpNoteCode,
  RefusalReason,
} from '../../../src/lib/otp/reading.ts';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const KEY_64 = 'ORUGS4ZANFZSAYJAONSWG4TFOQQG6ZRAMZXXE5DZEBRHS5DFOMWCAYLTEBAVOUZA';

describe('readTypedKey', () => {
  it.each<[string, string, string, OtpNoteCode[]]>([
    ['a key', KEY, KEY, []],
    ['the 64 characters of AWS', KEY_64, KEY_64, []],
    ['small letters in groups', 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp', KEY, []],
    ['dashes', 'JBSW-Y3DP-EHPK-3PXP', 'JBSWY3DPEHPK3PXP', ['short-secret']],
    ['a trailing line break', `${KEY}\r\n`, KEY, []],
    ['a key over two lines', `${KEY.slice(0, 16)}\n${KEY.slice(16)}`, KEY, []],
    ['padding', 'MZXW6YTBOI======', 'MZXW6YTBOI', ['short-secret']],
    ['a key that lost two characters', KEY_64.slice(0, 62), KEY_64.slice(0, 61), ['odd-length']],
  ])('reads %s', (_, text, secret, notes) => {
    const reading = readTypedKey(text);
    if (reading.kind !== 'otp') throw new Error(reading.message);
    expect({ ...reading.otp, secret: encodeBase32(reading.otp.secret) }).toEqual({
      type: 'totp',
      issuer: '',
      account: '',
      secret,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
    expect(reading.notes.map(({ code }) => code)).toEqual(notes);
  });

  it('reads a link as a link', () => {
    const reading = readTypedKey(` otpauth://totp/Acme:ada?secret=${KEY}&issuer=Acme&digits=8`);
    expect(reading).toMatchObject({
      kind: 'otp',
      otp: { issuer: 'Acme', account: 'ada', digits: 8 },
    });
  });

  it('reads a Steam key as one', () => {
    expect(readTypedKey(`steam://${KEY}`)).toMatchObject({ kind: 'otp', otp: { type: 'steam' } });
  });

  it.each<[string, RefusalReason, RegExp, OtpField?]>([
    ['123456', 'code-not-key', /looks like a code, not a key/],
    ['234567', 'code-not-key', /looks like a code, not a key/],
    ['123 456', 'code-not-key', /looks like a code, not a key/],
    ['12345678', 'code-not-key', /looks like a code, not a key/],
    ['22223333', 'code-not-key', /looks like a code, not a key/],
    ['123456789012', 'code-not-key', /is a number, not a key/],
    ['42', 'code-not-key', /is a number, not a key/],
    ['AKIAIOSFODNN7EXAMPLE', 'access-key', /AWS access key/],
    ['JBSWY3DPEHPK3PX0', 'look-alike', /^Character 16 of the key .*O, I, B or G/],
    ['JBSW Y3DP 1HPK 3PXP', 'look-alike', /^Character 9 of the key/],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'bad-character', /^Character 14 /],
    ['Key: JBSWY3DPEHPK3PXP', 'bad-character', /^Character 4 .*neither a letter nor a digit/],
    ['key:JBSWY3DPEHPK3PXP', 'bad-character', /^Character 4 /],
    ['ada@acme.example', 'bad-character', /^Character 4 /],
    ['JBSWY3DPEHPK3PXÉ', 'bad-character', /^Character 16 .*not one of A to Z/],
    ['JBSW=Y3DP', 'bad-character', /^Character 5 .*equals sign/],
    ['JBSWY3D', 'too-short', /at least 8 characters, and this has 7/],
    ['hello', 'too-short', /at least 8 characters, and this has 5/],
    ['====', 'empty', /The key is empty/],
    ['', 'empty', /There is no text/, 'link'],
    ['A'.repeat(4097), 'too-long', /4096 characters/, 'length'],
  ])('refuses %s as %s', (text, reason, message, field = 'secret') => {
    const reading = readTypedKey(text);
    expect(reading).toMatchObject({ kind: 'refused', field, reason });
    if (reading.kind === 'otp') throw new Error('It was read.');
    expect(reading.message).toMatch(message);
  });

  it.each<[string, OtherKind]>([
    ['phonefactor://activate_account?code=1', 'microsoft'],
    ['c53Xoof7cFSOHGxtm69f-YXBpLWU0Yzk4NjNlLmR1b3NlY3VyaXR5LmNvbQ', 'duo'],
    ['https://example.com/', 'web-link'],
    ['WIFI:S:Home;;', 'wifi'],
  ])('names %s for what it is', (text, what) => {
    expect(readTypedKey(text)).toMatchObject({ kind: 'other', what });
  });
});

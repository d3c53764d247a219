import { describe, expect, it } from 'vitest';
import { readOtpText, readTypedKey } from '../../../src/lib/otp/parse.ts';
import type { OtherKind, OtpField, RefusalReason } from '../../../src/lib/otp/reading.ts';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const REFUSED: readonly (readonly [rest: string, OtpField, RefusalReason])[] = [
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=MD5`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=HmacMD5`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA224`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA384`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA3-256`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA2561`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=1`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=${KEY}`, 'algorithm', 'unknown'],
  [`otpauth://steam/A:b?secret=${KEY}&algorithm=SHA256`, 'algorithm', 'unknown'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=4`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=11`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=0`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=-6`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=6.5`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=6e0`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=0x6`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=six`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=６`, 'digits', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=0`, 'period', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=86401`, 'period', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=-30`, 'period', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=30s`, 'period', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=Infinity`, 'period', 'out-of-range'],
  [`otpauth://totp/A:b?secret=${KEY}&period=${'9'.repeat(400)}`, 'period', 'out-of-range'],
  [`otpauth://hotp/A:b?secret=${KEY}`, 'counter', 'missing'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=`, 'counter', 'missing'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=-1`, 'counter', 'out-of-range'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=1.5`, 'counter', 'out-of-range'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=9007199254740992`, 'counter', 'out-of-range'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=18446744073709551615`, 'counter', 'out-of-range'],
  [`otpauth://yaotp/A:b?secret=${KEY}`, 'type', 'unknown'],
  [`otpauth://motp/A:b?secret=${KEY}`, 'type', 'unknown'],
  [`otpauth://${KEY}/A:b?secret=${KEY}`, 'type', 'unknown'],
  [`otpauth:///totp/A:b?secret=${KEY}`, 'type', 'unknown'],
  [`otpauth://?secret=${KEY}`, 'type', 'unknown'],
  [`otpauth:totp/A:b?secret=${KEY}`, 'link', 'malformed'],
  [`otpauth:/totp/A:b?secret=${KEY}`, 'link', 'malformed'],
  [`otpauth:${KEY}`, 'link', 'malformed'],
  ['otpauth://totp/A:b', 'secret', 'missing'],
  ['otpauth://totp/A:b?issuer=A', 'secret', 'missing'],
  [`otpauth://totp/A:b&secret=${KEY}`, 'secret', 'missing'],
  ['otpauth://totp/A:b?secret', 'secret', 'empty'],
  ['otpauth://totp/A:b?secret=', 'secret', 'empty'],
  ['otpauth://totp/A:b?secret=%20%20', 'secret', 'empty'],
  ['otpauth://totp/A:b?secret====', 'secret', 'empty'],
  ['otpauth://totp/A:b?secret=--', 'secret', 'empty'],
  ['otpauth://totp/A:b?secret=A', 'secret', 'too-short'],
  [`otpauth://totp/A:b?secret=${KEY}0`, 'secret', 'look-alike'],
  [`otpauth://totp/A:b?secret=8${KEY}`, 'secret', 'look-alike'],
  [`otpauth://totp/A:b?secret=${KEY}%`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}%C3%84`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}%00${KEY}`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}%2541`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}%2526`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}#frag`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=JBSW=${KEY}`, 'secret', 'bad-character'],
  [`otpauth://totp/A:b?secret=${KEY}&secret=${KEY}`, 'secret', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}&SECRET=MZXW6YTB`, 'secret', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}&s%65cret=MZXW6YTB`, 'secret', 'duplicate'],
  [`otpauth://totp/A:b?issuer=A&secret=${KEY}&issuer=B`, 'issuer', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}&digits=6&digits=8`, 'digits', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}&period=30&period=60`, 'period', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}&algorithm=SHA1&algorithm=SHA256`, 'algorithm', 'duplicate'],
  [`otpauth://hotp/A:b?secret=${KEY}&counter=1&counter=2`, 'counter', 'duplicate'],
  [`otpauth://totp/A:b?secret=${KEY}\notpauth://totp/C:d?secret=${KEY}`, 'link', 'several'],
  [`otpauth://totp/${'a'.repeat(4096)}?secret=${KEY}`, 'length', 'too-long'],
  [KEY.repeat(129), 'length', 'too-long'],
  ['', 'link', 'empty'],
  [' \n\t\u200B', 'link', 'empty'],
  [`steam://${KEY}0`, 'secret', 'look-alike'],
];

it('names every field that is wrong, each once', () => {
  const reading = readOtpText(
    `otpauth://hotp/A:b?secret=${KEY}0&algorithm=MD5&digits=4&counter=-1`,
  );
  expect(reading).toMatchObject({ kind: 'refused', field: 'secret', reason: 'look-alike' });
  const { message } = reading as { message: string };
  for (const each of ['Character 33 of the key', 'an algorithm', 'link’s digits', 'link’s counter'])
    expect(message.split(each)).toHaveLength(2);
  expect(message).not.toContain(KEY);
  const lacking = readOtpText('otpauth://totp/A:b?period=0') as { message: string };
  expect(lacking.message).toMatch(/no secret.*period must be/);
});

const OTHER: readonly (readonly [OtherKind, string, RegExp])[] = [
  ['migration', 'otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8', /Google Authenticator/],
  [
    'microsoft',
    'phonefactor://activate_account?code=123456789&url=https%3a%2f%2fmfa.example',
    /different authenticator app/,
  ],
  ['microsoft', 'PHONEFACTOR://activate_account?code=1', /Microsoft Authenticator/],
  ['microsoft', 'microsoft-authenticator://activatemfa/x', /Microsoft Authenticator/],
  ['microsoft', 'msauthv2://x?y', /Microsoft Authenticator/],
  ['duo', 'duo://c53Xoof7cFSOHGxtm69f-YXBpLWU0Yzk4NjNlLmR1b3NlY3VyaXR5LmNvbQ', /Duo Mobile/],
  ['duo', 'c53Xoof7cFSOHGxtm69f-YXBpLWU0Yzk4NjNlLmR1b3NlY3VyaXR5LmNvbQ', /Duo Mobile/],
  ['duo', 'c53Xoof7cFSOHGxtm69f-bS0xMjM0NTY3OC5kdW9zZWN1cml0eS5jb20=', /Duo Mobile/],
  ['duo', 'https://m-12345678.duosecurity.com/activate/abcdefghijklmnop', /Duo Mobile/],
  ['duo', 'https://api-e4c9863e.duosecurity.com/frame/qr?value=x', /Duo Mobile/],
  [
    'okta',
    'oktaverify://user/?t=activation&f=factor&s=https://acme.okta.example',
    /Google Authenticator/,
  ],
  ['steam-link', 'steam://open/games', /Steam/],
  ['steam-link', 'steam://run/440', /Steam/],
  ['steam-link', 'steam://friends', /Steam/],
  ['passkey', 'FIDO:/67486933350613158629307672497744336', /passkey/],
  ['wifi', 'WIFI:S:Home;T:WPA;P:hunter2;;', /wireless/],
  ['web-link', 'https://console.aws.amazon.com/iam/', /web page/],
  ['web-link', 'HTTP://EXAMPLE.COM', /web page/],
  ['web-link', 'www.example.com', /web page/],
  ['web-link', 'https://duosecurity.com.example/activate/x', /web page/],
  [
    'web-link',
    'https://charts.example/?chl=otpauth%3A%2F%2Ftotp%2FA%3Fsecret%3DJBSWY3DP',
    /web page/,
  ],
  ['link', 'motp://Acme:ada?secret=e3152afee62599c8', /another program/],
  ['link', 'sqrl://example.com/sqrl', /another program/],
  ['text', 'BEGIN:VCARD', /secret key/],
  ['text', 'mailto:ada@acme.example', /secret key/],
  ['text', KEY, /secret key/],
  ['text', '4006381333931', /secret key/],
];

describe('readOtpText', () => {
  it.each(REFUSED)('refuses %s', (text, field, reason) => {
    expect(readOtpText(text)).toMatchObject({ kind: 'refused', field, reason });
  });

  it.each(OTHER)('names a text of the kind %s: %s', (what, text, message) => {
    const reading = readOtpText(text);
    expect(reading).toMatchObject({ kind: 'other', what });
    expect('message' in reading && reading.message).toMatch(message);
  });

  it('takes the longest text, and not one character more', () => {
    const link = `otpauth://totp/A:b?secret=${KEY}&x=`;
    expect(readOtpText(link.padEnd(4096, 'x')).kind).toBe('otp');
    expect(readOtpText(link.padEnd(4097, 'x'))).toMatchObject({ field: 'length' });
  });
});

describe('messages', () => {
  const texts = [...REFUSED.map(([text]) => text), ...OTHER.map(([, text]) => text)];

  it.each(texts)('hold nothing of the text: %s', (text) => {
    for (const reading of [readOtpText(text), readTypedKey(text)]) {
      const told = JSON.stringify(reading.kind === 'otp' ? reading.notes : reading);
      for (const piece of pieces(text)) expect(told).not.toContain(piece);
    }
  });

  it.each(texts)('say what to do in whole sentences: %s', (text) => {
    const reading = readOtpText(text);
    if (reading.kind === 'otp') throw new Error('This text was meant to be refused.');
    expect(reading.message).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
  });
});

/** Every run of eight key characters; shorter ones occur in the messages' own words. */
function pieces(text: string): string[] {
  const runs = text.match(/[A-Z2-7]{8,}/g) ?? [];
  return runs.flatMap((run) =>
    Array.from({ length: run.length - 7 }, (_, start) => run.slice(start, start + 8)),
  );
}

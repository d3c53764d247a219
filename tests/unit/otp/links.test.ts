import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../../src/lib/otp/base32.ts';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import { readOtpText } from '../../../src/lib/otp/parse.ts';
import type { OtpFound, OtpNoteCode } from '../../../src/lib/otp/reading.ts';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const KEY_26 = 'S46SQCPPTCNPROMHWYBDCTBZXU';
const KEY_52 = 'KRSXG5CTMVRXEZLUKN2GC3LQNRSUWZLZGEZDGNBVGY3TQOJQGEZQ';
const KEY_64 = 'ORUGS4ZANFZSAYJAONSWG4TFOQQG6ZRAMZXXE5DZEBRHS5DFOMWCAYLTEBAVOUZA';
const AWS = 'otpauth://totp/Amazon%20Web%20Services';

const read = (text: string): OtpFound => {
  const reading = readOtpText(text);
  if (reading.kind !== 'otp') throw new Error(`${reading.kind}: ${reading.message}`);
  return reading;
};

const usual = { type: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** What of a reading a row names, with the secret in Base32. */
type Expected = Partial<Record<keyof OtpParameters | 'period' | 'counter', string | number>>;

const FORMS: readonly (readonly [what: string, link: string, expected: Expected])[] = [
  [
    'AWS, the current form',
    `${AWS}:root-account-mfa-device@123456789012?secret=${KEY_64}&issuer=Amazon%20Web%20Services`,
    {
      ...usual,
      issuer: 'Amazon Web Services',
      account: 'root-account-mfa-device@123456789012',
      secret: KEY_64,
    },
  ],
  [
    'AWS, the older form',
    `otpauth://totp/alice-2faa@123456789012?secret=${KEY_64}`,
    { ...usual, issuer: '', account: 'alice-2faa@123456789012', secret: KEY_64 },
  ],
  [
    'AWS, a device name with every sign that it may have',
    `${AWS}:a_b+c=d,e.f@g-h@acme?secret=${KEY_64}&issuer=Amazon%20Web%20Services`,
    { ...usual, issuer: 'Amazon Web Services', account: 'a_b+c=d,e.f@g-h@acme' },
  ],
  ['a key of 52 characters', `otpauth://totp/A:b?secret=${KEY_52}`, { secret: KEY_52 }],
  ['a key of 26 characters', `otpauth://totp/A:b?secret=${KEY_26}`, { secret: KEY_26 }],
  ['an Apple link', `apple-otpauth://totp/A:b?secret=${KEY}`, { ...usual, secret: KEY }],
  ['capitals', `OTPAUTH://TOTP/A:b?SECRET=${KEY}&Issuer=A`, { ...usual, issuer: 'A', secret: KEY }],
  ['blanks around', `  \r\n otpauth://totp/A:b?secret=${KEY}\n `, { ...usual, secret: KEY }],
  [
    'a link broken over lines',
    `otpauth://totp/A:b?secret=${KEY.slice(0, 9)}\r\n${KEY.slice(9)}&dig\r\nits=8`,
    { secret: KEY, digits: 8 },
  ],
  ['a key in small letters', `otpauth://totp/A:b?secret=${KEY.toLowerCase()}`, { secret: KEY }],
  [
    'a key with blanks',
    'otpauth://totp/A:b?secret=jbsw%20y3dp ehpk%203pxp',
    { secret: KEY.slice(16) },
  ],
  [
    'a key encoded as a form',
    'otpauth://totp/A:b?secret=jbsw+y3dp+ehpk+3pxp',
    { secret: KEY.slice(16) },
  ],
  ['a key with dashes', 'otpauth://totp/A:b?secret=JBSW-Y3DP-EHPK-3PXP', { secret: KEY.slice(16) }],
  ['padding', 'otpauth://totp/A:b?secret=MZXW6YTBOI======&issuer=A', { secret: 'MZXW6YTBOI' }],
  ['escaped padding', 'otpauth://totp/A:b?secret=MZXW6YTBOI%3D%3d', { secret: 'MZXW6YTBOI' }],
  [
    'parameters in another order',
    `otpauth://totp/b?issuer=A&secret=${KEY}`,
    { issuer: 'A', secret: KEY },
  ],
  [
    'all parameters',
    `otpauth://totp/A:b?secret=${KEY}&issuer=A&algorithm=SHA512&digits=8&period=60`,
    { ...usual, algorithm: 'SHA512', digits: 8, period: 60 },
  ],
  [
    'empty parameters',
    `otpauth://totp/A:b?secret=${KEY}&digits=&period=&algorithm=&issuer=`,
    usual,
  ],
  [
    'doubled and trailing ampersands',
    `otpauth://totp/A:b?&secret=${KEY}&&digits=8&`,
    { digits: 8 },
  ],
  [
    'unknown parameters, picture and icon',
    `otpauth://totp/A:b?secret=${KEY}&image=https%3A%2F%2Fa.example%2Fb.png&icon=x&foo&foo=1`,
    usual,
  ],
  ['a nameless link', `otpauth://totp/?secret=${KEY}`, { issuer: '', account: '' }],
  ['no slash after the type', `otpauth://totp?secret=${KEY}`, { issuer: '', account: '' }],
  ['a counter', `otpauth://hotp/A:b?secret=${KEY}&counter=0`, { type: 'hotp', counter: 0 }],
  [
    'the highest counter',
    `otpauth://hotp/A:b?secret=${KEY}&counter=9007199254740991`,
    { type: 'hotp', counter: 9007199254740991, digits: 6, algorithm: 'SHA1' },
  ],
  ['5 digits', `otpauth://totp/A:b?secret=${KEY}&digits=5`, { digits: 5 }],
  ['10 digits', `otpauth://totp/A:b?secret=${KEY}&digits=10`, { digits: 10 }],
  ['a period of 1 s', `otpauth://totp/A:b?secret=${KEY}&period=1`, { period: 1 }],
  ['a period of a day', `otpauth://totp/A:b?secret=${KEY}&period=86400`, { period: 86_400 }],
  [
    'the Steam type',
    `otpauth://steam/Steam:b?secret=${KEY}&issuer=Steam`,
    { type: 'steam', digits: 5, period: 30 },
  ],
  [
    'the Steam encoder',
    `otpauth://totp/Valve:b?secret=${KEY}&issuer=Valve&digits=5&encoder=steam`,
    { type: 'steam', issuer: 'Valve', digits: 5 },
  ],
  [
    'Steam by its issuer',
    `otpauth://totp/Steam:b?secret=${KEY}`,
    { type: 'steam', account: 'b', digits: 5 },
  ],
  [
    'Steam by its issuer and 5 digits',
    `otpauth://totp/b?secret=${KEY}&issuer=STEAM&digits=5`,
    { type: 'steam' },
  ],
  [
    'an issuer Steam with 6 digits',
    `otpauth://totp/b?secret=${KEY}&issuer=Steam&digits=6`,
    { type: 'totp' },
  ],
  [
    'a Steam key',
    `steam://${KEY}`,
    { type: 'steam', issuer: 'Steam', secret: KEY, digits: 5, period: 30 },
  ],
];

describe('readOtpText on otpauth links', () => {
  it.each(FORMS)('reads %s', (_, link, expected) => {
    const { otp } = read(link);
    expect({ ...otp, secret: encodeBase32(otp.secret) }).toMatchObject(expected);
  });

  it.each([
    ...['SHA1', 'sha1', 'SHA-1', 'sha_1', 'HmacSHA1', 'HMAC-SHA-1', 'Algorithm.sha1'].map(
      (name) => [name, 'SHA1'] as const,
    ),
    ...['SHA256', 'sha-256', 'HmacSHA256', 'hmac_sha256', 'Algorithm.sha256'].map(
      (name) => [name, 'SHA256'] as const,
    ),
    ...['SHA512', 'Sha-512', 'HMACSHA512', 'Algorithm.sha512'].map(
      (name) => [name, 'SHA512'] as const,
    ),
  ])('takes the algorithm name %s', (name, algorithm) => {
    const { otp } = read(`otpauth://totp/A:b?secret=${KEY}&algorithm=${name}`);
    expect(otp.algorithm).toBe(algorithm);
  });
});

/** Label, issuer parameter as they stand in the link; what they mean; the notes they raise. */
const NAMES: readonly (readonly [string, string | undefined, string, string, OtpNoteCode[]])[] = [
  ['Acme:ada', 'Acme', 'Acme', 'ada', []],
  ['Acme%3Aada', 'Acme', 'Acme', 'ada', []],
  ['Acme%3aada%40acme.example', undefined, 'Acme', 'ada@acme.example', []],
  ['Acme:%20ada', 'Acme', 'Acme', 'ada', []],
  ['Acme%20Inc:%20%20ada', undefined, 'Acme Inc', 'ada', []],
  ['Acme Inc: ada', 'Acme Inc', 'Acme Inc', 'ada', []],
  ['ada', 'Acme', 'Acme', 'ada', []],
  ['ACME:ada', 'Acme', 'Acme', 'ada', []],
  ['AcmeInc:ada', 'Acme%20Inc', 'Acme Inc', 'ada', []],
  ['ada', undefined, '', 'ada', ['no-issuer']],
  ['', 'Acme', 'Acme', '', ['no-account']],
  ['Acme:', undefined, 'Acme', '', ['no-account']],
  [':ada', 'Acme', 'Acme', 'ada', []],
  [':ada', undefined, '', 'ada', ['no-issuer']],
  ['Acme:ada', '', 'Acme', 'ada', []],
  ['Acme:ada', '%20', 'Acme', 'ada', []],
  // Another issuer in the label is kept: it tells two organizations apart.
  ['Slack%20(Acme):ada', 'Slack', 'Slack', 'Slack (Acme):ada', ['issuer-mismatch']],
  [
    'Some+Company%3ame%40x.example',
    'Microsoft',
    'Microsoft',
    'Some Company:me@x.example',
    ['issuer-mismatch'],
  ],
  // Colons inside names.
  [
    'Acme:arn:aws:iam::123456789012:user/ada',
    undefined,
    'Acme',
    'arn:aws:iam::123456789012:user/ada',
    [],
  ],
  ['Acme%3AUS:ada', undefined, 'Acme:US', 'ada', []],
  [
    'Forge%20(https://forge.example):ada',
    'Forge+(https%3A%2F%2Fforge.example)',
    'Forge (https://forge.example)',
    'ada',
    [],
  ],
  // Plus signs: a blank where a form encoder put it, a plus elsewhere.
  ['ada', 'Some+Company', 'Some Company', 'ada', []],
  ['Some%20Company:ada', 'Some+Company', 'Some Company', 'ada', []],
  ['Some+Company:ada', 'Some+Company', 'Some Company', 'ada', []],
  ['a', 'A+B+C', 'A B C', 'a', []],
  ['ada', 'Disney+', 'Disney+', 'ada', []],
  ['ada', 'Disney%2B', 'Disney+', 'ada', []],
  ['ada', 'Disney%2B+Club', 'Disney+ Club', 'ada', []],
  ['ada', 'Notepad++', 'Notepad++', 'ada', []],
  ['ada', 'Ben+Jerry%20Ltd', 'Ben+Jerry Ltd', 'ada', []],
  ['Canal%2BVod:ada', 'Canal+Vod', 'Canal+Vod', 'ada', []],
  ['Acme:ada+aws@acme.example', 'Acme', 'Acme', 'ada+aws@acme.example', []],
  ['ada+aws@acme.example', 'Acme', 'Acme', 'ada+aws@acme.example', []],
  // Escapes, decoded once; what is none stays.
  ['Acme:ada%2541', 'Acme', 'Acme', 'ada%41', []],
  ['Acme:50%25%20off', 'Acme', 'Acme', '50% off', []],
  ['Acme:100%', 'Acme', 'Acme', '100%', []],
  ['Acme:caf%E9', 'Acme', 'Acme', 'caf%E9', []],
  ['Acme:caf%C3%A9%ZZ', 'Acme', 'Acme', 'café%ZZ', []],
  ['Acme:%E5%96%B5', 'Acme', 'Acme', '喵', []],
  ['Acme:a%26secret%3DAAAA', 'Acme', 'Acme', 'a&secret=AAAA', []],
  ['Acme:a%3Fb', 'Acme', 'Acme', 'a?b', []],
  ['Acme:room #5', 'Acme', 'Acme', 'room #5', []],
  ['Acme:a/b', 'Acme', 'Acme', 'a/b', []],
  ['Acme:👩‍💻', 'Acme', 'Acme', '👩‍💻', []],
  // Characters that would disturb the page.
  ['Acme:ada%00%1B[2J', 'Acme', 'Acme', 'ada [2J', ['hidden-characters']],
  ['Acme:ada%0A%0Dbob', 'Acme', 'Acme', 'ada bob', ['hidden-characters']],
  ['ada', 'Ac%E2%80%AEme', 'Acme', 'ada', ['hidden-characters']],
  ['Ac%E2%80%AEme:ada', 'Acme', 'Acme', 'ada', []],
  ['Acme:%E2%81%A6ada%E2%81%A9%E2%80%8B', 'Acme', 'Acme', 'ada', ['hidden-characters']],
  ['Acme:a%E2%80%A8b', 'Acme', 'Acme', 'a b', ['hidden-characters']],
  ['Acme:\uD800ada', 'Acme', 'Acme', '\uFFFDada', ['hidden-characters']],
];

describe('readOtpText on names', () => {
  it.each(NAMES)(
    'reads label "%s" with issuer "%s"',
    (label, parameter, issuer, account, notes) => {
      const query = parameter === undefined ? '' : `&issuer=${parameter}`;
      const reading = read(`otpauth://totp/${label}?secret=${KEY}${query}`);
      expect(reading.otp).toMatchObject({ issuer, account });
      expect(reading.notes.map(({ code }) => code)).toEqual(notes);
    },
  );

  it('names both issuers where they disagree', () => {
    const [note] = read(`otpauth://totp/Slack%20(Acme):ada?secret=${KEY}&issuer=Slack`).notes;
    expect(note?.message).toContain('“Slack” and “Slack (Acme)”');
  });

  it('stays quick on a label of nothing but colons', () => {
    const started = performance.now();
    read(`otpauth://totp/${'%3a'.repeat(1300)}?secret=${KEY}&issuer=a+b`);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('readOtpText on what is unusual', () => {
  it.each<[string, OtpNoteCode[]]>([
    [`totp/A:b?secret=${KEY}`, []],
    [`totp/A:b?secret=${KEY}&digits=8&period=60`, []],
    [`totp/A:b?secret=${KEY}&digits=5`, ['unusual-digits']],
    [`totp/A:b?secret=${KEY}&digits=7`, ['unusual-digits']],
    [`totp/A:b?secret=${KEY}&period=45`, ['unusual-period']],
    [`totp/A:b?secret=${KEY}&digits=10&period=1`, ['unusual-digits', 'unusual-period']],
    [`hotp/A:b?secret=${KEY}&counter=3`, ['counter']],
    [`totp/A:b?secret=${KEY_26}`, []],
    [`totp/A:b?secret=${KEY_26.slice(0, 24)}`, ['short-secret']],
    [`totp/A:b?secret=${KEY.slice(0, 16)}`, ['short-secret']],
    [`totp/A:b?secret=${KEY.slice(0, 30)}`, ['odd-length']],
    [`totp/A:b?secret=${KEY.slice(0, 27)}`, ['odd-length']],
    [`totp/A:b?secret=${KEY}A`, ['odd-length']],
    [`totp/A:b?secret=MZX`, ['short-secret', 'odd-length']],
    [`steam/Steam:b?secret=${KEY}`, []],
    [`totp/?secret=${KEY}`, ['no-issuer', 'no-account']],
  ])('notes on %s: %j', (rest, codes) => {
    expect(read(`otpauth://${rest}`).notes.map(({ code }) => code)).toEqual(codes);
  });
});

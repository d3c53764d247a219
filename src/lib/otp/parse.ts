import { hasOddLength, readAlgorithm, readSecret, readWhole } from './fields.ts';
import { readNames, type Names } from './label.ts';
import { parameter, splitLink, type Link } from './link.ts';
import { parameterNotes } from './notes.ts';
import { describeOther } from './other.ts';
import type { HotpParameters, OtpParameters, TimedParameters } from './parameters.ts';
import type { OtpFound, OtpNote, OtpReading } from './reading.ts';
import { orRefusal, readAll, Refused } from './refused.ts';

/** More than any QR code of a link holds; checked before anything else is done with the text. */
const LONGEST_TEXT = 4096;

/** Below this, typed text is rather a word than a key. */
const SHORTEST_TYPED_KEY = 8;

/** Keys in `steam://` links have 32 characters; Steam's other links carry a word there. */
const SHORTEST_STEAM_KEY = 16;

/**
 * Reads what a QR code held or a person pasted: an `otpauth:` link in any of
 * the forms that services write, or else says what it is. Never throws, and no
 * refusal quotes the text.
 */
export function readOtpText(text: string): OtpReading {
  return orRefusal(() => {
    const trimmed = prepared(text);
    if (/^(?:apple-)?otpauth:/i.test(trimmed)) return readLink(trimmed);
    const [, steamKey] = /^steam:\/\/([^/?#]+)$/i.exec(trimmed) ?? [];
    if (steamKey !== undefined && steamKey.length >= SHORTEST_STEAM_KEY) {
      return readBareKey(steamKey, 'steam');
    }
    return describeOther(trimmed);
  });
}

/**
 * Reads what a person typed: the key alone, which makes codes with the usual
 * parameters (SHA-1, 6 digits, 30 s), or any text that `readOtpText` reads.
 */
export function readTypedKey(text: string): OtpReading {
  return orRefusal(() => {
    const trimmed = prepared(text);
    const link = readOtpText(trimmed);
    if (link.kind !== 'other' || link.what !== 'text') return link;
    refuseMixUps(trimmed.replace(/[\s-]/g, ''));
    return readBareKey(trimmed, 'totp');
  });
}

/** Without what surrounds it, and in one line: links break when they are copied out of mails. */
function prepared(text: string): string {
  if (text.length > LONGEST_TEXT) {
    throw new Refused(
      'length',
      'too-long',
      `This text has more than ${LONGEST_TEXT} characters. Copy only the key or the link.`,
    );
  }
  const trimmed = text.replace(/[\r\n\t]/g, '').replace(/^[\s\u200B]+|[\s\u200B]+$/g, '');
  if (trimmed === '') {
    throw new Refused('link', 'empty', 'There is no text. Paste or type the key or the link.');
  }
  if ((trimmed.match(/otpauth:\/\//gi) ?? []).length > 1) {
    throw new Refused('link', 'several', 'There are several links here. Add them one at a time.');
  }
  return trimmed;
}

/** Things that people take for the key. */
function refuseMixUps(text: string): void {
  if (/^\d+$/.test(text)) {
    throw new Refused(
      'secret',
      'code-not-key',
      text.length >= 5 && text.length <= 10
        ? 'That looks like a code, not a key. The key is the longer text, of letters and digits, that the service shows with the QR code.'
        : 'That is a number, not a key. A key has letters as well.',
    );
  }
  if (/^(?:AKIA|ASIA)[A-Z\d]{16}$/.test(text)) {
    throw new Refused(
      'secret',
      'access-key',
      'That looks like the ID of an AWS access key. The secret key for codes is the one shown with the QR code.',
    );
  }
}

function readBareKey(text: string, type: 'totp' | 'steam'): OtpFound {
  const otp: OtpParameters = {
    type,
    issuer: type === 'steam' ? 'Steam' : '',
    account: '',
    secret: readSecret(text, SHORTEST_TYPED_KEY),
    algorithm: 'SHA1',
    digits: type === 'steam' ? 5 : 6,
    period: 30,
  };
  return { kind: 'otp', otp, notes: parameterNotes(otp, hasOddLength(text)) };
}

function readLink(text: string): OtpFound {
  const link = splitLink(text);
  const names = readNames(link.label, link.parameters.get('issuer') ?? '');
  const key = parameter(link, 'secret');
  const [secret, algorithm, rest] = readAll(
    () => readKey(link, key),
    () => readAlgorithm(parameter(link, 'algorithm')),
    () => readRest(link, names),
  );
  if (rest.type === 'steam' && algorithm !== 'SHA1') {
    throw new Refused(
      'algorithm',
      'unknown',
      'Steam makes its codes with SHA1, and the link asks for another algorithm. Export it again from where it came.',
    );
  }
  const { issuer, account } = names;
  const otp: OtpParameters = { issuer, account, secret, algorithm, ...rest };
  return {
    kind: 'otp',
    otp,
    notes: [...nameNotes(names), ...parameterNotes(otp, hasOddLength(key ?? ''))],
  };
}

function readKey(link: Link, key: string | undefined): Uint8Array<ArrayBuffer> {
  if (key !== undefined) return readSecret(key, 1);
  throw new Refused(
    'secret',
    link.parameters.has('secret') ? 'empty' : 'missing',
    'The link holds no secret. Copy the whole link, or get a new QR code from the service.',
  );
}

/** What kind of code it is, and what that kind needs. */
type Rest =
  | Pick<HotpParameters, 'type' | 'digits' | 'counter'>
  | Pick<TimedParameters, 'type' | 'digits' | 'period'>;

function readRest(link: Link, { issuer }: Names): Rest {
  const { type } = link;
  if (type !== 'hotp' && type !== 'totp' && type !== 'steam') {
    throw new Refused(
      'type',
      'unknown',
      'The link is for a kind of code other than TOTP, HOTP or Steam. Ask the service for a standard QR code.',
    );
  }
  const readDigits = () => readWhole('digits', parameter(link, 'digits') ?? '6', 5, 10);
  if (type === 'hotp') {
    const [digits, counter] = readAll(readDigits, () => readCounter(link));
    return { type, digits, counter };
  }
  const [digits, period] = readAll(readDigits, () =>
    readWhole('period', parameter(link, 'period') ?? '30', 1, 86_400),
  );
  return isSteam(link, issuer)
    ? { type: 'steam', digits: 5, period }
    : { type: 'totp', digits, period };
}

function readCounter(link: Link): number {
  const counter = parameter(link, 'counter');
  if (counter !== undefined) return readWhole('counter', counter, 0, Number.MAX_SAFE_INTEGER);
  throw new Refused(
    'counter',
    'missing',
    'The link’s codes follow a counter, but it does not say where that stands. Get a new QR code from the service.',
  );
}

/**
 * Authenticators mark Steam entries by the type, by `encoder=steam` or by the
 * issuer alone. The issuer does not count where the link says how many digits,
 * and it is not Steam's 5.
 */
function isSteam(link: Link, issuer: string): boolean {
  if (link.type === 'steam' || parameter(link, 'encoder')?.toLowerCase() === 'steam') return true;
  return issuer.toLowerCase() === 'steam' && (parameter(link, 'digits') ?? '5') === '5';
}

function nameNotes({ issuer, account, otherIssuer, hadHidden }: Names): OtpNote[] {
  const notes: OtpNote[] = [];
  if (otherIssuer !== undefined) {
    const message = `The link names two issuers, “${issuer}” and “${otherIssuer}”. Both are kept.`;
    notes.push({ code: 'issuer-mismatch', message });
  }
  if (issuer === '') {
    notes.push({ code: 'no-issuer', message: 'The link does not say which service it is for.' });
  }
  if (account === '') {
    notes.push({ code: 'no-account', message: 'The link does not say which account it is for.' });
  }
  if (hadHidden) {
    const message = 'The names in the link held invisible characters, which were taken out.';
    notes.push({ code: 'hidden-characters', message });
  }
  return notes;
}

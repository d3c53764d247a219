import type { Algorithm, OtpParameters } from '../otp/parameters.ts';
import { displayText } from '../otp/text.ts';
import { asText, asTexts } from './checks.ts';
import type { Entry, Identity } from './entry.ts';
import { change, type Outcome } from './entry-rules.ts';
import { unreadableReason, VaultError } from './errors.ts';
import { asIdentity, sameIdentity } from './identity.ts';
import type { KeptEntry } from './kept-entry.ts';
import { sameTags, tagKey } from './tags.ts';

/** How much the person's own texts may hold, in UTF-16 code units. */
export const LONGEST = { issuer: 200, account: 200, name: 100, note: 4000, identity: 100 } as const;

/** How long a tag may be, and how many an entry may have. */
const LONGEST_TAG = 50;
export const MOST_TAGS = 30;

/** What a person changes about an entry; what is absent stays as it is. */
export interface EntryEdit {
  readonly issuer?: string | undefined;
  readonly account?: string | undefined;
  /** An empty name, note or list takes it away. */
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly pinned?: boolean | undefined;
  /** `null` takes it away. */
  readonly identity?: Identity | null | undefined;
  /** Slug of the guide whose identity that is; only for an entry that names none. */
  readonly guide?: string | undefined;
  /** Seconds, 1 to 86,400; not for entries with a counter. */
  readonly period?: number | undefined;
  /** 5 to 10; Steam’s codes always have 5 characters. */
  readonly digits?: number | undefined;
  readonly algorithm?: Algorithm | undefined;
  /** The counter of the next code, onward or back, for a service that lost step. */
  readonly counter?: number | undefined;
}

/**
 * Changes what the person wrote or what the codes are made with. The secret
 * and the status stay, and so do all other entries: correcting a name enrolls nobody.
 *
 * @throws VaultError `invalid-entry`, with a sentence about the value
 */
export function edit(kept: KeptEntry, wanted: EntryEdit, now: number): Outcome {
  const { entry } = kept;
  try {
    const identity = ownIdentity(wanted.identity, entry.identity);
    const next: Entry = {
      ...entry,
      otp: editedOtp(entry.otp, wanted),
      name: ownText('name', wanted.name, entry.name),
      note: ownText('note', wanted.note, entry.note),
      tags: ownTags(wanted.tags, entry.tags),
      pinned: wanted.pinned === undefined ? entry.pinned : wanted.pinned || undefined,
      identity,
      guide: entry.guide ?? ownGuide(wanted.guide, identity),
    };
    return change(kept, next, now);
  } catch (error) {
    throw unreadableReason(error) === undefined ? error : new VaultError('invalid-entry');
  }
}

function editedCounter(otp: OtpParameters, wanted: number | undefined): number | undefined {
  if (otp.type !== 'hotp') {
    if (wanted === undefined) return undefined;
    throw invalid('The codes of this entry follow the clock, so it has no counter. Leave it out.');
  }
  const counter = wanted ?? otp.counter;
  if (isWhole(counter, 0, Number.MAX_SAFE_INTEGER)) return counter;
  throw invalid('The counter must be a whole number from 0.');
}

function editedOtp(otp: OtpParameters, wanted: EntryEdit): OtpParameters {
  const issuer = named('issuer', wanted.issuer, otp.issuer);
  const account = named('account', wanted.account, otp.account);
  const digits = wanted.digits ?? otp.digits;
  const algorithm = wanted.algorithm ?? otp.algorithm;
  const period = otp.type === 'hotp' ? undefined : (wanted.period ?? otp.period);
  if (otp.type === 'hotp' && wanted.period !== undefined) {
    throw invalid('This entry counts its codes, so it has no period. Leave the period out.');
  }
  if (otp.type === 'steam' && (digits !== 5 || algorithm !== 'SHA1')) {
    throw invalid('Steam’s codes have 5 characters and use SHA1. Leave both as they are.');
  }
  if (period !== undefined && !isWhole(period, 1, 86_400)) {
    throw invalid('The period must be a whole number of seconds from 1 to 86,400.');
  }
  if (!isWhole(digits, 5, 10)) throw invalid('A code has 5 to 10 digits.');
  const counter = editedCounter(otp, wanted.counter);
  const same =
    counter === (otp.type === 'hotp' ? otp.counter : undefined) &&
    issuer === otp.issuer &&
    account === otp.account &&
    digits === otp.digits &&
    algorithm === otp.algorithm &&
    (otp.type === 'hotp' || period === otp.period);
  if (same) return otp;
  const common = { issuer, account, digits, algorithm };
  return otp.type === 'hotp'
    ? { ...otp, ...common, counter: counter ?? otp.counter }
    : { ...otp, ...common, period: period ?? 0 };
}

/** A text that was there is kept as it is unless it is changed; a new one is tidied up. */
function named(field: keyof typeof LONGEST, wanted: string | undefined, before: string): string {
  return wanted === undefined || wanted === before ? before : short(field, oneLine(asText(wanted)));
}

function ownText(
  field: 'name' | 'note',
  wanted: string | undefined,
  before: string | undefined,
): string | undefined {
  if (wanted === undefined || wanted === before) return before;
  const text = asText(wanted);
  const tidy = field === 'name' ? oneLine(text) : severalLines(text);
  return tidy === '' ? undefined : short(field, tidy);
}

function ownTags(
  wanted: readonly string[] | undefined,
  before: readonly string[] | undefined,
): readonly string[] | undefined {
  if (wanted === undefined) return before;
  const tags = tidyTags(asTexts(wanted));
  if (sameTags(tags, before)) return before;
  return tags.length === 0 ? undefined : tags;
}

/**
 * Tags as they are kept: in one line each, none empty, none twice whatever its case; the
 * first spelling stays.
 *
 * @throws VaultError `invalid-entry`
 */
function tidyTags(tags: readonly string[]): readonly string[] {
  const tidy = new Map<string, string>();
  for (const tag of tags.map(oneLine)) {
    if (tag.length > LONGEST_TAG) {
      throw invalid(`A tag has ${tag.length} characters; at most ${LONGEST_TAG} are kept.`);
    }
    const key = tagKey(tag);
    if (tag !== '' && !tidy.has(key)) tidy.set(key, tag);
  }
  if (tidy.size > MOST_TAGS) {
    throw invalid(`There are ${tidy.size} tags; an entry can have ${MOST_TAGS}.`);
  }
  return [...tidy.values()];
}

function ownIdentity(
  wanted: Identity | null | undefined,
  before: Identity | undefined,
): Identity | undefined {
  if (wanted === undefined) return before;
  if (wanted === null) return undefined;
  const { kind, name } = asIdentity(wanted);
  const identity = { kind, name: short('identity', oneLine(name)) };
  return sameIdentity(identity, before) ? before : identity;
}

/** A guide is named for the sake of an identity, which means nothing without it. */
function ownGuide(wanted: string | undefined, identity: Identity | undefined): string | undefined {
  return wanted === undefined || identity === undefined ? undefined : asText(wanted);
}

/** A text in one line, as it may be shown in a list. */
function oneLine(text: string): string {
  return displayText(text).replace(/\s+/g, ' ');
}

/** Line breaks and tabs stay; other control characters go. */
function severalLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

function short(field: keyof typeof LONGEST, text: string): string {
  if (text.length <= LONGEST[field]) return text;
  throw invalid(`The ${field} has ${text.length} characters; at most ${LONGEST[field]} are kept.`);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function invalid(sentence: string): VaultError {
  return new VaultError('invalid-entry', undefined, undefined, sentence);
}

import { remembered } from './remembered.ts';

/** Words that say nothing about what is looked for. */
const stopWords = new Set(
  (
    'a about after all also am an and any anyone are as at be been before being but by can could did do ' +
    'does doing dont for from get gets getting give gives go going got had has have how i if in ' +
    'instead into is it its just keep keeps lets like m make makes me my myself now of on one or ' +
    'our out please re s should so some still t tell than that the their them then there these ' +
    'they this those to too try trying up us use using ve very want was we were what when where ' +
    'possible able best good work works allowed ok okay real really just says said say tell tells told his her hers he she ' +
    'because cause every always no not anymore any whats thats im ive isnt arent doesnt dont wont havent hasnt didnt unless everything even ever over under during onto upon though yet maybe perhaps quite hi hello thanks thank else such which while who whom whose why will with without would you your yours yourself'
  ).split(' '),
);

/** Whether a word, in lower case, is too common to look for. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Words that are in many questions and rarely what they are about. */
const faintWords = new Set(
  (
    '2faa, account, have to, has to, must, put, field, number, yesterday, today, see, show, view, use, using, used, ' +
    'need, needs, know, find, take, took, look, happen, happens, happened, come, comes, start, started, thing, things, way, ' +
    'ways, day, week, month, year, old, new, right, own, first, next, last, already, again, suddenly, another, ' +
    'different, other, time, long, enough, bad, click, help, person, somebody, someone, people, read, name, named, type, enter, ' +
    'always, never, want, made, left, ask, asks, asked, asking, think, run, turn, let, big, small, much, many, day, morning'
  ).split(', '),
);

/** Whether words, in lower case, say little of what is looked for. */
export function isFaint(words: string): boolean {
  return faintWords.has(words);
}

/**
 * The words of a text, in lower case and without accents. Names that are written
 * together, such as `EntityAlreadyExists` or `mfa_serial`, come apart.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const part of text.split(/\s+/)) {
    // Most are that already.
    if (/^[a-z]+$/.test(part)) words.push(part);
    else words.push(...wordsWithin(part));
  }
  return words;
}

/** The words of a text without spaces. */
const wordsWithin = remembered((text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/([a-z]{2})([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z]{2})/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ''),
);

/** What a word begins with; by it, the names of services are kept apart. */
export function firstLetter(word: string): string {
  const [letter = ''] = word;
  return letter;
}

/**
 * Names that `wordsOf` takes apart, whole: people type them without capitals, and what is
 * `EnableMFADevice` in a message is `enable-mfa-device` on the command line; `SHA-1` is `sha1`.
 */
export function joinedNames(text: string): string[] {
  if (!/[a-z][A-Z]|[-_]/.test(text)) return [];
  const names =
    text.match(
      /\b(?:[A-Za-z]+[a-z]{2}[A-Z]\w*|[a-z]+(?:-[a-z]+){2,}|(?<=--)[a-z]+-[a-z]+|[a-z]+(?:_[a-z]+)+|[A-Z]{2,}-\d+)\b/g,
    ) ?? [];
  return names.map((name) => name.replace(/[-_]/g, '').toLowerCase());
}

/** Forms that no rule below leads to what the others of the word become. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lost: 'los',
    broken: 'break',
    broke: 'break',
    sent: 'send',
    forgot: 'forget',
    forgotten: 'forget',
    used: 'use',
    grey: 'gray',
    greyed: 'gray',
    grayed: 'gray',
    into: 'in',
    onto: 'on',
    bought: 'buy',
    kept: 'keep',
    got: 'get',
    installation: 'install',
    configuration: 'configur',
    verification: 'verify',
    synchronization: 'sync',
  }),
);

/** The part that forms of a word share: `codes` and `code`, `resyncing` and `resync`. */
export const stem = remembered((word) => irregular.get(word) ?? stemByRules(word));

function stemByRules(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = word
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1');
  const bare = base
    .replace(/(?<=.{4})(ally|ly|ment)$/, '')
    .replace(/(ization|isation)$/, 'ize')
    .replace(/(?<=.{4}[st])ion$/, '')
    .replace(/(?<=.{3})(ing|ed)$/, '');
  const single = bare === base ? bare : bare.replace(/(?<=.{2})([bdgmnprt])\1$/, '$1');
  return single.replace(/(?<=.{3})e$/, '');
}

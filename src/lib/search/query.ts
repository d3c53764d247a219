import { meaningsOf } from './concepts.ts';
import type { SearchWords, Services } from './protocol.ts';
import { correction, namesOf } from './vocabulary.ts';
import { isFaint, isStopWord, joinedNames, stem, wordsOf } from './words.ts';

/** Something that is looked for. */
export interface Asked {
  /** The name of a concept, or the stem of a word. */
  readonly name: string;
  /** The words themselves, in lower case. */
  readonly word: string;
  /** Their stems. */
  readonly stems: readonly string[];
  /** Whether more letters may follow. */
  readonly open: boolean;
  /** Whether it says little of what is looked for. */
  readonly faint: boolean;
}

/** A question, understood. */
export interface Query {
  readonly asked: readonly Asked[];
  /** The service that it names; its name is not in `asked`. */
  readonly service: string | undefined;
  /** Whether it asks what a word means. */
  readonly meaning: boolean;
  readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
}

/** What the AWS CLI and SDKs say around the name of every error. */
const errorFrame =
  /an error occurred \((?<name>\w+)\) when calling the \w+ operation( \(reached max retries: \d+\))?:?/gi;

/** How people ask what a word means. */
const asksMeaning =
  /^(what('|’)?s|what (is|are|does|do)|define|explain)\b|\b(means?|meaning|definition|stands? for|difference between)\b/i;

/**
 * Understands a question: its service, its words, and what words with typing errors
 * stand for.
 *
 * @param services may be empty where no word of the question `mayBeName`
 */
export function understand(asks: string, terms: SearchWords, services: Services): Query {
  const text = asks.replace(errorFrame, '$<name> ');
  const corrections: { typed: string; meant: string }[] = [];
  const typed = wordsOf(text);
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const names = new Set(namesOf(services).flatMap(({ parts }) => parts.filter(isName)));
  const words = typed.map((word, index) => {
    const meant = correction(word, terms, names, isOpen && index === typed.length - 1);
    if (meant !== undefined) corrections.push({ typed: word, meant });
    return meant ?? word;
  });
  const { service, rest } = takeService(words, services);
  const meanings = meaningsOf(rest, isStopWord);
  // A question of stop words alone still asks for something.
  const all =
    meanings.length > 0 || service !== undefined ? meanings : meaningsOf(rest, () => false);
  const lastWord = words.at(-1);
  const asked = all.map(({ name, words: said }, index) => ({
    name,
    word: said.join(' '),
    stems: said.map(stem),
    faint: isFaint(said.join(' ')),
    open: isOpen && index === all.length - 1 && said.at(-1) === lastWord,
  }));
  // Written together, as in error messages, words say more than apart.
  const joined = joinedNames(text).map((name) => ({
    name,
    word: name,
    stems: [name],
    open: false,
    faint: false,
  }));
  return {
    asked: unique([...asked, ...joined]),
    service,
    meaning: asksMeaning.test(text.trim()),
    corrections,
  };
}

/** Numbers and letters in names are no words to correct something to. */
function isName(part: string): boolean {
  return /^\p{L}{3,}$/u.test(part);
}

/** Finds the service that the words name, the longest name first, and takes its name out. */
function takeService(
  words: readonly string[],
  services: Services,
): { service: string | undefined; rest: readonly string[] } {
  let best: { service: string; at: number; length: number } | undefined;
  for (const { service, parts } of namesOf(services)) {
    if (parts.length <= (best?.length ?? 0)) continue;
    const at = words.findIndex((_, start) =>
      parts.every((part, offset) => words[start + offset] === part),
    );
    if (at >= 0) best = { service, at, length: parts.length };
  }
  if (best === undefined) return { service: undefined, rest: words };
  const { service, at, length } = best;
  const after = words.slice(at + length);
  // “My AWS account” says no more than “AWS”.
  return {
    service,
    rest: [...words.slice(0, at), ...(after[0] === 'account' ? after.slice(1) : after)],
  };
}

function unique(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ name }, index) => asked.findIndex((one) => one.name === name) === index);
}

import { knownWords, meaningsOf } from './concepts.ts';
import { meantWord } from './distance.ts';
import type { SearchTerms } from './protocol.ts';
import { isStopWord, joinedNames, stem, wordsOf } from './words.ts';

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
}

/** A question, understood. */
export interface Query {
  readonly asked: readonly Asked[];
  /** The service that it names; its name is not in `asked`. */
  readonly service: string | undefined;
  readonly corrections: readonly { readonly typed: string; readonly meant: string }[];
}

/** Understands a question: its service, its words, and what words with typing errors stand for. */
export function understand(text: string, terms: SearchTerms): Query {
  const corrections: { typed: string; meant: string }[] = [];
  const known = vocabulary(terms);
  const typed = wordsOf(text);
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const words = typed.flatMap((word, index) => {
    const last = isOpen && index === typed.length - 1;
    if (isKnown(word, known, last)) return [word];
    const meant =
      meantWord(word, known.services, true) ??
      (word.length > 3 ? meantWord(word, known.words) : undefined);
    if (meant === undefined) return [word];
    corrections.push({ typed: word, meant });
    return [meant];
  });
  const { service, rest } = takeService(words, terms);
  const meanings = meaningsOf(rest, isStopWord);
  // A question of stop words alone still asks for something.
  const all =
    meanings.length > 0 || service !== undefined ? meanings : meaningsOf(rest, () => false);
  const lastWord = words.at(-1);
  const asked = all.map(({ name, words: said }, index) => ({
    name,
    word: said.join(' '),
    stems: said.map(stem),
    open: isOpen && index === all.length - 1 && said.at(-1) === lastWord,
  }));
  // Written together, as in error messages, words say more than apart.
  const joined = joinedNames(text).map((name) => ({
    name,
    word: name,
    stems: [name],
    open: false,
  }));
  return { asked: unique([...asked, ...joined]), service, corrections };
}

interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

const vocabularies = new WeakMap<SearchTerms, Vocabulary>();

function vocabulary(terms: SearchTerms): Vocabulary {
  const found = vocabularies.get(terms);
  if (found !== undefined) return found;
  const services = namesOf(terms).flatMap(({ parts }) => parts);
  // Better-known words first: they win where two are equally near.
  const words = [...terms.words, ...knownWords].filter((word) => word.length > 3);
  const made = {
    words: new Set(words),
    stems: new Set([...terms.words, ...knownWords].map(stem)),
    services: new Set(services.filter((word) => /^\p{L}{3,}$/u.test(word))),
  };
  vocabularies.set(terms, made);
  return made;
}

function isKnown(word: string, { words, stems, services }: Vocabulary, open: boolean): boolean {
  if (word.length < 3 || /\d/.test(word) || isStopWord(word)) return true;
  if (services.has(word) || words.has(word) || stems.has(stem(word))) return true;
  if (!open) return false;
  return [...words, ...services].some((other) => other.startsWith(word));
}

interface ServiceName {
  readonly service: string;
  readonly parts: readonly string[];
}

const serviceNames = new WeakMap<SearchTerms, readonly ServiceName[]>();

/** Every way to name a service, and the first word of a longer name where only one has it. */
function namesOf(terms: SearchTerms): readonly ServiceName[] {
  const found = serviceNames.get(terms);
  if (found !== undefined) return found;
  const names = terms.services.flatMap(({ name, also }) =>
    [name, ...also].map((one) => ({ service: name, parts: wordsOf(one) })),
  );
  const byFirst = Map.groupBy(names, ({ parts }) => parts[0] ?? '');
  const short = [...byFirst].flatMap(([first, [one, ...others]]) =>
    first.length > 3 && one !== undefined && others.every(({ service }) => service === one.service)
      ? [{ service: one.service, parts: [first] }]
      : [],
  );
  const made = [...names, ...short].filter(({ parts }) => parts.length > 0);
  serviceNames.set(terms, made);
  return made;
}

/** Finds the service that the words name, the longest name first, and takes its name out. */
function takeService(
  words: readonly string[],
  terms: SearchTerms,
): { service: string | undefined; rest: readonly string[] } {
  let best: { service: string; at: number; length: number } | undefined;
  for (const { service, parts } of namesOf(terms)) {
    if (parts.length <= (best?.length ?? 0)) continue;
    const at = words.findIndex((_, start) =>
      parts.every((part, offset) => words[start + offset] === part),
    );
    if (at >= 0) best = { service, at, length: parts.length };
  }
  if (best === undefined) return { service: undefined, rest: words };
  const { service, at, length } = best;
  return { service, rest: [...words.slice(0, at), ...words.slice(at + length)] };
}

function unique(asked: readonly Asked[]): Asked[] {
  return asked.filter(({ name }, index) => asked.findIndex((one) => one.name === name) === index);
}

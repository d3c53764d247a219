import { knownWords } from './concepts.ts';
import { meantWord } from './distance.ts';
import type { SearchWords, Services } from './protocol.ts';
import { isStopWord, stem, wordsOf } from './words.ts';

/** Words that are spelled right. */
interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

const vocabularies = new WeakMap<SearchWords, Vocabulary>();

function vocabularyOf(terms: SearchWords): Vocabulary {
  const found = vocabularies.get(terms);
  if (found !== undefined) return found;
  // The words of the content first: they win where two are equally near.
  const words = [...terms.words, ...knownWords];
  const made = {
    words: new Set(words.filter((word) => word.length > 3)),
    stems: new Set(words.map(stem)),
  };
  vocabularies.set(terms, made);
  return made;
}

function isKnown(word: string, terms: SearchWords): boolean {
  if (word.length < 3 || /\d/.test(word) || isStopWord(word)) return true;
  const { words, stems } = vocabularyOf(terms);
  return words.has(word) || stems.has(stem(word));
}

/** Whether a word can be part of the name of a service, so that their names are needed. */
export function mayBeName(word: string, terms: SearchWords): boolean {
  return terms.alsoNames.includes(word) || !isKnown(word, terms);
}

/**
 * What a word stands for that is spelled wrong, if that can be told.
 *
 * @param open whether more letters may follow
 */
export function correction(
  word: string,
  terms: SearchWords,
  names: ReadonlySet<string>,
  open: boolean,
): string | undefined {
  if (isKnown(word, terms) || names.has(word)) return undefined;
  const { words } = vocabularyOf(terms);
  if (open && [...words, ...names].some((other) => other.startsWith(word))) return undefined;
  const name = meantWord(word, names, true);
  return name ?? (word.length > 3 ? meantWord(word, words) : undefined);
}

/** A way to name a service. */
export interface ServiceName {
  readonly service: string;
  readonly parts: readonly string[];
}

const serviceNames = new WeakMap<Services, readonly ServiceName[]>();

/** Every way to name a service, and the first word of a longer name where only one has it. */
export function namesOf(services: Services): readonly ServiceName[] {
  const found = serviceNames.get(services);
  if (found !== undefined) return found;
  const names = services.flatMap((all) =>
    // Without its capitals, a name such as GitHub is one word.
    [...all, ...all.map((one) => one.toLowerCase())].map((one) => ({
      service: all[0] ?? one,
      parts: wordsOf(one),
    })),
  );
  const byFirst = Map.groupBy(names, ({ parts }) => parts[0] ?? '');
  const short = [...byFirst].flatMap(([first, [one, ...others]]) =>
    first.length > 3 && one !== undefined && others.every(({ service }) => service === one.service)
      ? [{ service: one.service, parts: [first] }]
      : [],
  );
  const made = [...names, ...short].filter(({ parts }) => parts.length > 0);
  serviceNames.set(services, made);
  return made;
}

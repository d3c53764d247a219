import { meaningOf, meaningsOf } from './concepts.ts';
import { isStopWord, joinedNames, stem, wordsOf } from './words.ts';

/** The concepts and word stems of a text. */
export interface Text {
  /** In order, without stop words. */
  readonly names: readonly string[];
  /** The same, with what is written together. */
  readonly set: ReadonlySet<string>;
  /** The stems of all words but stop words, those of ways to name a concept included. */
  readonly stems: ReadonlySet<string>;
}

const kept = new Map<string, Text>();

/** Reads a text; the same text is read once. */
export function readText(text: string): Text {
  const found = kept.get(text);
  if (found !== undefined) return found;
  const meanings = meaningsOf(wordsOf(text), isStopWord);
  const names = meanings.map(({ name }) => name);
  const read = {
    names,
    set: new Set([...names, ...joinedNames(text)]),
    stems: new Set(meanings.flatMap(({ words }) => words.map(stem))),
  };
  kept.set(text, read);
  return read;
}

/**
 * What is kept of a text that is searched and not shown: its words without stop words, and the
 * names of the concepts that it has several words for.
 */
export function shortened(text: string): string {
  const words = meaningsOf(wordsOf(text), isStopWord).map(
    ({ name, words: [word = '', ...more] }) => {
      if (more.length > 0) return name;
      return meaningOf(stem(word)) === name ? stem(word) : word;
    },
  );
  return [...new Set([...words, ...joinedNames(text)])].join(' ');
}

/** Reads what `shortened` made of a text. */
export function readShortened(short: string): Text {
  const words = short.split(' ');
  const names = words.map(meaningOf);
  return { names, set: new Set(names), stems: new Set(words.map(stem)) };
}

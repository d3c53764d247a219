import { meaningOf, meaningsOf } from './concepts.ts';
import { remembered } from './remembered.ts';
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

/** Reads a text. */
export const readText = remembered((text): Text => {
  const meanings = meaningsOf(wordsOf(text), isStopWord);
  const names = meanings.map(({ name }) => name);
  return {
    names,
    set: new Set([...names, ...joinedNames(text)]),
    stems: new Set(meanings.flatMap(({ words }) => words.map(stem))),
  };
});

/** What is in the `set` of a text. A build reads very many long ones, of which sets would be large. */
export const namesIn = remembered((text): readonly string[] => {
  const meanings = meaningsOf(wordsOf(text), isStopWord);
  return [...new Set([...meanings.map(({ name }) => name), ...joinedNames(text)])];
});

/**
 * What is kept of a text that is searched and not shown: its words without stop words, and the
 * names of the concepts that it has several words for.
 */
export const shortened = remembered((text) => {
  const words = meaningsOf(wordsOf(text), isStopWord).map(
    ({ name, words: [word = '', ...more] }) => {
      if (more.length > 0) return name;
      return meaningOf(stem(word)) === name ? stem(word) : word;
    },
  );
  return [...new Set([...words, ...joinedNames(text)])].join(' ');
});

/** Reads what `shortened` made of a text. */
export const readShortened = remembered((short): Text => {
  const words = short.split(' ');
  const names = words.map(meaningOf);
  return { names, set: new Set(names), stems: new Set(words.map(stem)) };
});

import { meaningsOf } from './concepts.ts';
import { isStopWord, joinedNames, stem, wordsOf } from './words.ts';

/** The concepts and word stems of a text. */
export interface Text {
  /** In order, without stop words. */
  readonly names: readonly string[];
  /** All of them, with each word of a way to say something, and names written together. */
  readonly set: ReadonlySet<string>;
}

const kept = new Map<string, Text>();

/** Reads a text; the same text is read once. */
export function readText(text: string): Text {
  const found = kept.get(text);
  if (found !== undefined) return found;
  const meanings = meaningsOf(wordsOf(text), isStopWord);
  const names = meanings.map(({ name }) => name);
  const parts = meanings.flatMap(({ words }) => words.map(stem));
  const read = { names, set: new Set([...names, ...parts, ...joinedNames(text)]) };
  kept.set(text, read);
  return read;
}

import { words } from './words.ts';

/** Thousands of entries have less; checked before anything is read. */
const MOST_BYTES = 10_000_000;

/**
 * The text of a file that a person chose.
 *
 * @throws Error with what to do
 */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Error(words.tooLarge);
  return (await file.text()).replace(/^\uFEFF/, '');
}

import { displayText } from '../otp/text.ts';
import { VaultError } from './errors.ts';

/** How long a tag may be, and how many an entry may have. */
export const LONGEST_TAG = 50;
export const MOST_TAGS = 30;

/**
 * Tags as they are kept: in one line each, none empty, none twice whatever its case; the
 * first spelling stays.
 *
 * @throws VaultError `invalid-entry`
 */
export function tidyTags(tags: readonly string[]): readonly string[] {
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

/** What two spellings of the same tag have in common. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}

/** Whether both have the same tags in the same order; none is the same as an empty list. */
export function sameTags(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((tag, at) => tag === b[at]);
}

/** A text in one line, as it may be shown in a list. */
export function oneLine(text: string): string {
  return displayText(text).replace(/\s+/g, ' ');
}

function invalid(sentence: string): VaultError {
  return new VaultError('invalid-entry', undefined, undefined, sentence);
}

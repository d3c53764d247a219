import { markAsked } from './excerpt.ts';
import type { Pagefind } from './pagefind.ts';
import type { Page } from './pages.ts';
import type { SearchAnswer, SearchFilters, SearchWords, Services } from './protocol.ts';
import { understand } from './query.ts';
import { rank } from './rank.ts';
import { retrieve } from './retrieve.ts';
import { mayBeName } from './vocabulary.ts';
import { firstLetter, wordsOf } from './words.ts';

/** What a search works with. */
export interface SearchIndex {
  readonly pagefind: Pagefind;
  readonly words: SearchWords;
  /** Loads what is kept of the part of a page with an id. */
  readonly page: (id: string) => Promise<Page>;
  /** Loads the services with a word in their names that begins with a letter. */
  readonly services: (letter: string) => Promise<Services>;
}

/** How many results are shown at most. */
const MOST = 20;

/** Results below this part of the best one's score are not worth reading. */
const WORTH_SHOWING = 0.3;

/**
 * Answers a question from the index: Pagefind finds the pages, we find the steps and
 * questions in them.
 *
 * @throws Error where a file of the index cannot be loaded.
 */
export async function search(
  { pagefind, words, page, services }: SearchIndex,
  text: string,
  filters: SearchFilters = {},
): Promise<SearchAnswer> {
  const letters = wordsOf(text)
    .filter((word) => mayBeName(word, words))
    .map(firstLetter)
    .filter((letter) => words.letters.includes(letter));
  const named = await Promise.all([...new Set(letters)].map(services));
  const query = understand(text, words, named.flat());
  if (query.asked.length === 0 && query.service === undefined) {
    return { results: [], corrections: [] };
  }
  const ranked = rank(query, await retrieve(pagefind, page, query, filters), filters);
  const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
  const results = ranked
    .filter(({ score }) => score >= least)
    .slice(0, MOST)
    .map(({ page, section, covers }) => ({
      url: section.anchor === '' ? page.url : `${page.url}#${section.anchor}`,
      title: section.title,
      kind: section.kind,
      page: page.title,
      excerpt: markAsked(section.excerpt, query.asked),
      covers,
    }));
  return { results, corrections: query.corrections };
}

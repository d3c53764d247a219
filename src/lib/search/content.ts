import type { IndexedHeading, IndexedPage } from './index-copy.ts';
import type { SearchTerms, Service } from './protocol.ts';
import { isStopWord, wordsOf } from './words.ts';

/** Where the build leaves what the content says of its pages, for making the index. */
export const contentFile = 'search/content.json';

/** How many words are kept to tell typing errors from rare words. */
const WORDS = 400;

/** What a search needs before it reads any page, from what the content says of all. */
export function termsOf(pages: readonly IndexedPage[]): SearchTerms {
  const services = new Map<string, Service>();
  for (const { service, aliases } of pages) {
    if (service === '') continue;
    const also = [...new Set([...(services.get(service)?.also ?? []), ...aliases])];
    services.set(service, { name: service, also });
  }
  const count = new Map<string, number>();
  for (const { headings } of pages) {
    for (const word of wordsIn(headings)) count.set(word, (count.get(word) ?? 0) + 1);
  }
  const words = [...count]
    .sort(([a, often], [b, rarely]) => rarely - often || a.localeCompare(b, 'en'))
    .slice(0, WORDS)
    .map(([word]) => word);
  return { services: [...services.values()], words };
}

function wordsIn(headings: readonly IndexedHeading[]): Set<string> {
  const words = headings.flatMap(({ title, also }) => [title, ...also].flatMap(wordsOf));
  return new Set(words.filter((word) => /^\p{L}{4,}$/u.test(word) && !isStopWord(word)));
}

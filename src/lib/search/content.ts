import { knownWords } from './concepts.ts';
import type { IndexedHeading, IndexedPage } from './index-copy.ts';
import type { SearchWords, Services } from './protocol.ts';
import { mayBeName } from './vocabulary.ts';
import { firstLetter, isStopWord, wordsOf } from './words.ts';

/** How many words are kept to tell typing errors from rare words. */
const WORDS = 300;

/** The services that the content is about, with their other names. */
export function servicesOf(pages: readonly IndexedPage[]): Services {
  const services = new Map<string, ReadonlySet<string>>();
  for (const { service, aliases } of pages) {
    if (service === '') continue;
    services.set(service, new Set([service, ...(services.get(service) ?? []), ...aliases]));
  }
  return [...services.values()].map((names) => [...names]);
}

/** The services by the first letters of the words in their names. */
export function servicesByLetter(services: Services): ReadonlyMap<string, Services> {
  const found = new Map<string, Services>();
  for (const names of services) {
    for (const letter of new Set(names.flatMap(wordsOf).map(firstLetter))) {
      found.set(letter, [...(found.get(letter) ?? []), names]);
    }
  }
  return found;
}

/** What a search needs before it reads any page, from what the content says of all. */
export function searchWordsOf(pages: readonly IndexedPage[]): SearchWords {
  const services = servicesOf(pages);
  const names = new Set(
    services.flat().flatMap((name) => [...wordsOf(name), ...wordsOf(name.toLowerCase())]),
  );
  const count = new Map<string, number>();
  for (const { headings } of pages) {
    for (const word of wordsIn(headings)) count.set(word, (count.get(word) ?? 0) + 1);
  }
  const known = new Set(knownWords);
  const words = [...count]
    .filter(([word]) => !known.has(word) && !names.has(word))
    .sort(([a, often], [b, rarely]) => rarely - often || a.localeCompare(b, 'en'))
    .slice(0, WORDS)
    .map(([word]) => word);
  const kept = { words, alsoNames: [], letters: '' };
  return {
    words,
    letters: [...servicesByLetter(services).keys()].join(''),
    alsoNames: [...names].filter((word) => /\p{L}/u.test(word) && !mayBeName(word, kept)),
  };
}

function wordsIn(headings: readonly IndexedHeading[]): Set<string> {
  const words = headings.flatMap(({ title, also }) => [title, ...also].flatMap(wordsOf));
  return new Set(words.filter((word) => /^\p{L}{4,}$/u.test(word) && !isStopWord(word)));
}

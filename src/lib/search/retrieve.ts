import { isConcept } from './concepts.ts';
import type { Fragment, Pagefind, PagefindResult } from './pagefind.ts';
import { pageOf, type Page } from './pages.ts';
import type { SearchFilters } from './protocol.ts';
import type { Query } from './query.ts';

/** How many pages' text one search loads: each is about 4 kB. */
const PAGES = 3;

/** In nearly every section: looked up in the index only where nothing else is asked. */
const everywhere = new Set(['mfa', 'code', 'app', 'enable']);

/** Words that stand this close, counted in words, are likely in the same section. */
const WINDOW = 40;

/** Where in a page which of the words stands that were looked up. */
interface Place {
  readonly place: number;
  readonly term: number;
}

interface Candidate {
  readonly result: PagefindResult;
  readonly places: readonly Place[];
}

/** Finds the pages that most likely hold the answer, and loads their text. */
export async function retrieve(
  pagefind: Pagefind,
  query: Query,
  filters: SearchFilters,
): Promise<Page[]> {
  const service = filters.service ?? query.service;
  const about = (name: string): Promise<PagefindResult[]> =>
    best(pagefind, query, [name || 'none']);
  const first = await about(service ?? '');
  const second = await (service === undefined
    ? best(pagefind, query)
    : filters.service === undefined
      ? about('')
      : []);
  // Of each group the best, then whatever is best of the rest.
  const chosen = [...first.slice(0, 2), ...second.slice(0, PAGES), ...first.slice(2)];
  const distinct = new Map(chosen.map((result) => [result.id, result]));
  const loaded = [...distinct.values()].slice(0, PAGES).map((result) => result.data());
  return (await Promise.all(loaded)).map(page);
}

const pages = new WeakMap<Fragment, Page>();

function page(fragment: Fragment): Page {
  const made = pages.get(fragment) ?? pageOf(fragment);
  pages.set(fragment, made);
  return made;
}

async function best(
  pagefind: Pagefind,
  query: Query,
  service?: readonly string[],
): Promise<PagefindResult[]> {
  const filters = service === undefined ? {} : { service };
  const terms = termsOf(query);
  const answers = await Promise.all(terms.map((term) => pagefind.search(term, { filters })));
  // What few pages have says more.
  const weights = answers.map(({ results }) => 1 + Math.log(1 + 100 / (results.length + 1)));
  const candidates = new Map<string, Candidate>();
  answers.forEach(({ results }, term) => {
    for (const result of results) {
      const places = result.words.map((place) => ({ place, term }));
      const before = candidates.get(result.id)?.places ?? [];
      candidates.set(result.id, { result, places: [...before, ...places] });
    }
  });
  return [...candidates.values()]
    .map(({ result, places }) => ({
      result,
      score: together(places, weights) + places.length / 1000,
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ result }) => result);
}

/** What to look up in the index, where concepts stand by their names. */
function termsOf({ asked, service }: Query): string[] {
  const telling = asked.filter(({ name }) => !everywhere.has(name));
  const wanted = telling.length > 0 ? telling : asked;
  const terms = wanted.map(({ name, word }) => (isConcept(name) ? name : word));
  return terms.length > 0 ? terms.slice(0, 6) : [service ?? ''];
}

/** The largest weight of distinct words within one window. */
function together(places: readonly Place[], weights: readonly number[]): number {
  const sorted = places.toSorted((a, b) => a.place - b.place);
  let most = 0;
  sorted.forEach(({ place: start }, index) => {
    const terms = new Set<number>();
    for (const { place, term } of sorted.slice(index)) {
      if (place > start + WINDOW) break;
      terms.add(term);
    }
    const weight = [...terms].reduce((sum, term) => sum + (weights[term] ?? 0), 0);
    most = Math.max(most, weight);
  });
  return most;
}

import type { Fragment, Pagefind, PagefindResult } from './pagefind.ts';
import { pageOf, type Page } from './pages.ts';
import type { SearchFilters } from './protocol.ts';
import type { Query } from './query.ts';

/** How many pages' text one search loads of each group: a page is about 4 kB. */
const PAGES = 2;

/** Pages below this part of the best one's score are not loaded. */
const NEAR = 0.7;

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
  /** How much the page speaks of each word, added up. */
  readonly about: number;
  readonly places: readonly Place[];
}

interface Scored {
  readonly result: PagefindResult;
  readonly score: number;
}

/** Finds the pages that most likely hold the answer, and loads their text. */
export async function retrieve(
  pagefind: Pagefind,
  query: Query,
  filters: SearchFilters,
): Promise<Page[]> {
  const service = filters.service ?? query.service;
  const [candidates, general, own] = await Promise.all([
    score(pagefind, query),
    pagesOf(pagefind, ''),
    pagesOf(pagefind, service ?? ''),
  ]);
  const inGroup = (belongs: (id: string) => boolean): PagefindResult[] => {
    const group = candidates.filter(({ result }) => belongs(result.id));
    const least = (group[0]?.score ?? 0) * NEAR;
    return group.filter((one) => one.score >= least).map(({ result }) => result);
  };
  const isGeneral = (id: string): boolean => general.has(id);
  const specific = inGroup(service === undefined ? (id) => !isGeneral(id) : (id) => own.has(id));
  const others = filters.service === undefined ? inGroup(isGeneral) : [];
  const chosen = new Set([
    ...specific.slice(0, PAGES),
    ...others.slice(0, service === undefined ? PAGES : 1),
  ]);
  return (await Promise.all([...chosen].map((result) => result.data()))).map(page);
}

/** The pages about a service, or about none. */
async function pagesOf(pagefind: Pagefind, service: string): Promise<Set<string>> {
  const { results } = await pagefind.search(null, { filters: { service: [service || 'none'] } });
  return new Set(results.map(({ id }) => id));
}

const pages = new WeakMap<Fragment, Page>();

function page(fragment: Fragment): Page {
  const made = pages.get(fragment) ?? pageOf(fragment);
  pages.set(fragment, made);
  return made;
}

/** The pages that have something of what was asked, best first. */
async function score(pagefind: Pagefind, query: Query): Promise<Scored[]> {
  const answers = await Promise.all(termsOf(query).map((term) => pagefind.search(term)));
  // What few pages have says more.
  const weights = answers.map(({ results }) => 1 + Math.log(1 + 100 / (results.length + 1)));
  const candidates = new Map<string, Candidate>();
  answers.forEach(({ results }, term) => {
    const most = Math.max(...results.map(({ score }) => score));
    for (const result of results) {
      const places = result.words.map((place) => ({ place, term }));
      const before = candidates.get(result.id);
      candidates.set(result.id, {
        result,
        about: (before?.about ?? 0) + ((weights[term] ?? 0) * result.score) / most,
        places: [...(before?.places ?? []), ...places],
      });
    }
  });
  return [...candidates.values()]
    .map(({ result, about, places }) => ({ result, score: together(places, weights) + about }))
    .sort((a, b) => b.score - a.score);
}

/** What to look up in the index, where concepts stand by their names. */
function termsOf({ asked, service }: Query): string[] {
  const telling = asked.filter(({ name }) => !everywhere.has(name));
  const wanted = telling.length > 0 ? telling : asked;
  const terms = wanted.map(({ name }) => name);
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

import { GENERAL, QUESTIONS } from './index-copy.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';
import type { Page } from './pages.ts';
import type { SearchFilters } from './protocol.ts';
import type { Query } from './query.ts';
import { readText } from './text.ts';

/** How many pages' text one search loads: each is 2 to 6 kB. */
const PAGES = 3;

/** Pages below this part of the best one's score are not loaded. */
const NEAR = 0.75;

/** What it is worth to be a page of questions: it was written to answer, others to explain. */
const ANSWERS = 0.5;

/** In nearly every section: looked up in the index only where nothing else is asked. */
const everywhere = new Set(['mfa', 'code', 'app', 'enable', 'devic', 'user']);

/** How many words are looked up at most. */
const MOST = 4;

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

/**
 * Finds the pages that most likely hold the answer, and loads what is kept of them.
 *
 * @param page Loads the page with an id.
 */
export async function retrieve(
  pagefind: Pagefind,
  page: (id: string) => Promise<Page>,
  query: Query,
  filters: SearchFilters,
): Promise<Page[]> {
  const service = filters.service ?? query.service;
  const [found, general, questions, own] = await Promise.all([
    score(pagefind, query, service),
    pagesThat(pagefind, GENERAL),
    pagesThat(pagefind, QUESTIONS),
    service ? pagesOf(pagefind, service) : undefined,
  ]);
  const candidates = found
    .map(({ result, score }) => ({
      result,
      score: score + (questions.has(result.id) ? ANSWERS : 0),
    }))
    .sort((a, b) => b.score - a.score);
  // What is left of a page by a filter may be less than it has on the whole.
  const narrowed = filters.kind !== undefined || filters.service !== undefined;
  const inGroup = (belongs: (id: string) => boolean): Scored[] => {
    const group = candidates.filter(({ result }) => belongs(result.id));
    const least = narrowed ? 0 : (group[0]?.score ?? 0) * NEAR;
    return group.filter((one) => one.score >= least);
  };
  const specific = service === '' ? [] : inGroup((id) => own?.has(id) ?? !general.has(id));
  const others = service && specific.length > 0 ? [] : inGroup((id) => general.has(id));
  return Promise.all(
    inOrder(specific, others)
      .slice(0, narrowed ? 2 * PAGES : PAGES)
      .map(({ result }) => page(result.id)),
  );
}

/** The best of both groups, then the rest, best first. */
function inOrder(specific: readonly Scored[], others: readonly Scored[]): Scored[] {
  const first = [...specific.slice(0, 1), ...others.slice(0, 1)];
  const rest = [...specific.slice(1), ...others.slice(1)].sort((a, b) => b.score - a.score);
  return [...first, ...rest];
}

/** The pages that a value of the filter stands for. */
async function pagesThat(pagefind: Pagefind, about: string): Promise<Set<string>> {
  const { results } = await pagefind.search(null, { filters: { about: [about] } });
  return new Set(results.map(({ id }) => id));
}

/** The pages that name a service. */
async function pagesOf(pagefind: Pagefind, service: string): Promise<Set<string>> {
  const { results } = await pagefind.search(serviceTerm(service));
  return new Set(results.map(({ id }) => id));
}

/** What a service is looked up by. */
function serviceTerm(service: string): string {
  return readText(service).names.join(' ');
}

/** The pages that have something of what was asked. */
async function score(
  pagefind: Pagefind,
  query: Query,
  service: string | undefined,
): Promise<Scored[]> {
  const answers = await Promise.all(termsOf(query, service).map((term) => pagefind.search(term)));
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
  return [...candidates.values()].map(({ result, about, places }) => ({
    result,
    score: together(places, weights) + about,
  }));
}

/** What to look up in the index, where concepts stand by their names. */
function termsOf({ asked }: Query, service: string | undefined): string[] {
  const telling = asked.filter(({ name, faint }) => !faint && !everywhere.has(name));
  // One word alone may stand anywhere; with what it is asked of, it tells more.
  const wanted =
    telling.length > 1
      ? telling
      : [...telling, ...asked.filter((one) => !telling.includes(one)).slice(-2)];
  const terms = wanted.slice(0, MOST).map(({ name }) => name);
  return terms.length === 0 || service ? [...terms, serviceTerm(service ?? '')] : terms;
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

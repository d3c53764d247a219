import { GENERAL, QUESTIONS, slot, TERMS } from './index-copy.ts';
import type { Pagefind, PagefindAnswer } from './pagefind.ts';
import { PART, type Page } from './pages.ts';
import type { SearchFilters } from './protocol.ts';
import type { Asked, Query } from './query.ts';
import { readText } from './text.ts';

/** How many parts of pages one search loads: each is 1 to 2 kB. */
const PARTS = 6;

/** Parts below this share of the best one's score are not loaded. */
const NEAR = 0.4;

/** What it is worth to be a page of questions: it was written to answer, others to explain. */
const ANSWERS = 0.5;

/** What it is worth to explain words, where the meaning of one is asked for. */
const MEANING = 5;

/** What it is worth to be about the service that was named. */
const SERVICE = 2;

/** In nearly every section: looked up in the index only where nothing else is asked. */
const everywhere = new Set(['mfa', 'code', 'app', 'enable', 'devic', 'user']);

/** How many words are looked up at most. */
const MOST = 5;

/** More sections than these make no word more telling. */
const SECTIONS = 300;

/** How much less the last word of a heading's slot counts than the first, which is of its title. */
const LATER = 0.4;

/** What it counts that only the text under a heading has a word. */
const TEXT = 0.4;

/** A part of a page, and how well the best of its sections answers. */
interface Scored {
  readonly page: string;
  readonly part: number;
  readonly score: number;
}

/**
 * Finds the parts of pages that most likely hold the answer, and loads what is kept of them.
 *
 * @param page Loads the part with an id.
 */
export async function retrieve(
  pagefind: Pagefind,
  page: (id: string) => Promise<Page>,
  query: Query,
  filters: SearchFilters,
): Promise<Page[]> {
  const service = filters.service ?? query.service;
  const [found, general, questions, terms, own] = await Promise.all([
    score(pagefind, query, service),
    pagesThat(pagefind, GENERAL),
    pagesThat(pagefind, QUESTIONS),
    query.meaning ? pagesThat(pagefind, TERMS) : undefined,
    service ? partsOf(pagefind, service) : undefined,
  ]);
  const ownPages = own && new Set(own.map(({ page }) => page));
  const isOwn = (id: string): boolean => !general.has(id) && (ownPages?.has(id) ?? true);
  const candidates = withMissing(found, own ?? [])
    .map((one) => ({
      ...one,
      score:
        one.score +
        (questions.has(one.page) ? ANSWERS : 0) +
        (terms?.has(one.page) ? MEANING : 0) +
        (ownPages?.has(one.page) ? SERVICE : 0),
    }))
    .sort((a, b) => b.score - a.score);
  // What is left of a page by a filter may be less than it has on the whole.
  const narrowed = filters.kind !== undefined || filters.service !== undefined;
  const inGroup = (belongs: (id: string) => boolean): Scored[] => {
    const group = candidates.filter((one) => belongs(one.page));
    const least = narrowed ? 0 : (group[0]?.score ?? 0) * NEAR;
    return group.filter((one) => one.score >= least);
  };
  const specific = service === '' ? [] : inGroup(isOwn);
  const others = filters.service ? [] : inGroup((id) => general.has(id));
  return Promise.all(
    inOrder(specific, others)
      .slice(0, narrowed ? 2 * PARTS : PARTS)
      .map((one) => page(`${one.page}-${one.part}`)),
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

/** The parts of pages about a service: their titles name it, which others may do in passing. */
async function partsOf(pagefind: Pagefind, service: string): Promise<Scored[]> {
  const { results } = await pagefind.search(serviceTerm(service));
  return results.flatMap(({ id, words }) => {
    if (!words.some((place) => place < slot.heading)) return [];
    const parts = new Set([...heardIn(words).keys()].map((section) => Math.floor(section / PART)));
    return [...parts].map((part) => ({ page: id, part, score: 0 }));
  });
}

/** Of a name that very many pages have, the index does not lead to each. */
function withMissing(found: readonly Scored[], others: readonly Scored[]): Scored[] {
  const known = new Set(found.map(({ page, part }) => `${page} ${part}`));
  return [...found, ...others.filter(({ page, part }) => !known.has(`${page} ${part}`))];
}

/** What a service is looked up by. */
function serviceTerm(service: string): string {
  return readText(service).names.join(' ');
}

/** The parts of pages that have something of what was asked. */
async function score(
  pagefind: Pagefind,
  query: Query,
  service: string | undefined,
): Promise<Scored[]> {
  const lookUp = (terms: readonly string[]): Promise<PagefindAnswer[]> =>
    Promise.all(terms.map((term) => pagefind.search(term)));
  const [telling, rest] = termsOf(query, service);
  const found = await lookUp(telling);
  const isFound = found.some(({ results }) => results.length > 0);
  const answers = isFound ? found : await lookUp(rest);
  const sections = new Map<string, { page: string; section: number; score: number }>();
  for (const { results } of answers) {
    const places = results.flatMap(({ id, words }) =>
      [...heardIn(words)].map(([section, part]) => ({ page: id, section, part })),
    );
    // What few sections have says more.
    const weight = Math.log(1 + SECTIONS / (places.length + 1));
    for (const { page, section, part } of places) {
      const key = `${page} ${section}`;
      const before = sections.get(key)?.score ?? 0;
      sections.set(key, { page, section, score: before + weight * part });
    }
  }
  const parts = new Map<string, Scored>();
  for (const { page, section, score } of sections.values()) {
    const part = Math.floor(section / PART);
    const key = `${page} ${part}`;
    if (score > (parts.get(key)?.score ?? 0)) parts.set(key, { page, part, score });
  }
  return [...parts.values()];
}

/** How much each section of a page has of a word. */
function heardIn(words: readonly number[]): ReadonlyMap<number, number> {
  const heard = new Map<number, number>();
  for (const place of words) {
    const section = Math.floor(place / slot.all);
    const offset = place % slot.all;
    const part = offset < slot.heading ? 1 - (LATER * offset) / slot.heading : TEXT;
    heard.set(section, Math.max(heard.get(section) ?? 0, part));
  }
  return heard;
}

/**
 * What to look up in the index, where concepts stand by their names, and what to look up where
 * nothing has any of that.
 */
function termsOf(
  { asked }: Query,
  service: string | undefined,
): [telling: string[], rest: string[]] {
  const isTelling = ({ name, faint }: Asked): boolean => !faint && !everywhere.has(name);
  const telling = asked.filter(isTelling);
  const others = asked.filter((one) => !isTelling(one)).slice(-2);
  // One word alone may stand anywhere; with what it is asked of, it tells more.
  const wanted = telling.length > 1 ? telling : [...telling, ...others];
  // A word that is its own name is in fewer sections than a concept, which many words lead to.
  const isOwn = ({ name, stems }: Asked): number => (stems.includes(name) ? 0 : 1);
  const names = (some: readonly Asked[]): string[] =>
    some
      .toSorted((a, b) => isOwn(a) - isOwn(b))
      .slice(0, MOST)
      .map(({ name }) => name);
  const rest = [...names(others), ...(service ? [serviceTerm(service)] : [])];
  return wanted.length === 0 ? [rest, []] : [names(wanted), rest];
}

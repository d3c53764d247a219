import { countNames, PART, type KeptHeading, type KeptPart } from './pages.ts';
import { namesIn, readShortened, readText, shortened } from './text.ts';

/** A heading that a search can lead to, and the other ways to put it. */
export interface IndexedHeading {
  /** The anchor, without `#`; empty for the page itself. */
  readonly anchor: string;
  readonly title: string;
  /** Searched and not shown. */
  readonly also: readonly string[];
  /** The plain text under it. */
  readonly text: string;
}

/** What the content says of a page. */
export interface IndexedPage {
  /** Path from the root of the site. */
  readonly url: string;
  /** A guide to a service, answers to questions, explanations of words, or another page. */
  readonly kind: 'guide' | 'faq' | 'terms' | 'page';
  /** Empty where it is about none. */
  readonly service: string;
  /** Other names of the service. */
  readonly aliases: readonly string[];
  readonly headings: readonly IndexedHeading[];
}

/** The value of the filter `about` that pages about no service have. */
export const GENERAL = 'general';

/** The value of the same filter that pages of questions about no service have, too. */
export const QUESTIONS = 'questions';

/** The value of the same filter that pages have that explain words. */
export const TERMS = 'terms';

/** So many pages can be found by the same name: among more, it tells none apart. */
const FOUND_BY_NAME = 16;

/**
 * So many places for words belong to each heading: first what the heading and the other ways to
 * put it say, then the text. The place of a word tells which of them has it, and where.
 */
export const slot = { heading: 44, all: 64 } as const;

/** How much of a text is kept to be shown, in characters. */
const SHOWN = 72;

/** What Pagefind reads instead of a page. */
export interface IndexCopy {
  readonly html: string;
  /** The place of each word, in the order of the words. */
  readonly places: readonly number[];
}

/**
 * The copies of the pages that Pagefind reads, in the order of the pages. What enters the
 * index are the names of concepts and the stems of words, each once under its heading, so
 * that it stays small and search compares like with like. Of a name that many pages have,
 * the first pages keep it: what a search loads then does not grow with the site. The pages
 * that people read stay as they are.
 *
 * @param common the `commonNames` of all pages
 * @param versions of what is kept of each page: another one gives a page another id
 */
export function indexCopies(
  pages: readonly IndexedPage[],
  common: ReadonlySet<string>,
  versions: readonly string[],
): IndexCopy[] {
  const found = new Map<string, number>();
  const crowded = new Set<string>();
  return pages.map((page, index) => {
    const ownCommon = commonNames(page.headings);
    const named = readText(page.service).set;
    const own = new Set([page.service, ...page.aliases].flatMap((name) => [...readText(name).set]));
    const names = new Set<string>();
    const words: string[] = [];
    const places: number[] = [];
    const put = (some: Iterable<string>, first: number, room: number): void => {
      for (const [index, name] of asked(some).slice(0, room).entries()) {
        words.push(name);
        places.push(first + index);
      }
    };
    page.headings.forEach((heading, at) => {
      // What the service is called stands once in each part, and tells what all of it is about.
      const isFirst = at % PART === 0;
      const isWanted = (name: string): boolean =>
        (own.has(name) || !crowded.has(name)) && (isFirst || !named.has(name));
      const headed = new Set(
        [...headedNames(heading)].filter(isWanted).concat(isFirst ? [...own] : []),
      );
      const said = saidNames(heading, headed, common).filter(
        (name) => !ownCommon.has(name) && isWanted(name),
      );
      for (const name of [...headed, ...said]) names.add(name);
      put(headed, at * slot.all, slot.heading);
      put(said, at * slot.all + slot.heading, slot.all - slot.heading);
    });
    for (const name of names) {
      const by = (found.get(name) ?? 0) + 1;
      found.set(name, by);
      if (by >= FOUND_BY_NAME) crowded.add(name);
    }
    const filters = filtersOf(page).map((value) => `<i data-pagefind-filter="about:${value}"></i>`);
    const html = `<html><body data-pagefind-body><p id="${versions[index] ?? ''}">${words.join(' ')}</p>${filters.join('')}</body></html>`;
    return { html, places };
  });
}

function filtersOf({ service, kind }: IndexedPage): string[] {
  if (service !== '') return [];
  if (kind === 'terms') return [GENERAL, TERMS];
  return kind === 'faq' ? [GENERAL, QUESTIONS] : [GENERAL];
}

/**
 * What is needed to rank and to show the results of a page, beside the index, in parts; every
 * heading is a result of its own.
 *
 * @param common the `commonNames` of all pages
 */
export function keptParts(page: IndexedPage, common: ReadonlySet<string>): KeptPart[] {
  const { url, service, kind } = page;
  const named = readText(service).set;
  const headings = page.headings.map((heading): KeptHeading => {
    const said = saidNames(heading, headedNames(heading), common);
    const { anchor, title, also, text } = heading;
    const ways = new Set(also.map((way) => without(named, shortened(way))));
    return [anchor, title, beginning(text), [...ways].filter(Boolean).join(','), said.join(' ')];
  });
  const whole = { url, title: page.headings[0]?.title ?? '', service };
  return Array.from({ length: Math.ceil(headings.length / PART) }, (_, part) => ({
    ...whole,
    ...(kind === 'terms' && { terms: true }),
    headings: headings.slice(part * PART, (part + 1) * PART),
  }));
}

/** A shortened text without names that tell nothing on their page. */
function without(names: ReadonlySet<string>, short: string): string {
  // Most say none of them.
  if (![...names].some((name) => short.includes(name))) return short;
  const words = short.split(' ').filter((word) => !names.has(word));
  return words.join(' ');
}

/** The concepts and word stems of a heading and the other ways to put it, the telling first. */
function headedNames(heading: IndexedHeading): Set<string> {
  const found = headedBefore.get(heading) ?? readHeaded(heading);
  headedBefore.set(heading, found);
  return found;
}

/** Asked for by the copy for the index and by what is kept. */
const headedBefore = new WeakMap<IndexedHeading, Set<string>>();

function readHeaded({ title, also }: IndexedHeading): Set<string> {
  const texts = [readText(title), ...also.map(shortened).filter(Boolean).map(readShortened)];
  const count = countNames(texts);
  const [own] = texts;
  const ofTitle = (name: string): number => (own?.set.has(name) ? 1 : 0);
  const names = [...count.keys()].sort(
    (a, b) => ofTitle(b) - ofTitle(a) || (count.get(b) ?? 0) - (count.get(a) ?? 0),
  );
  return new Set(names);
}

/** What the text under a heading says that the heading does not. */
function saidNames(
  { text }: IndexedHeading,
  headed: ReadonlySet<string>,
  common: ReadonlySet<string>,
): string[] {
  return namesIn(text).filter((name) => !headed.has(name) && !common.has(name));
}

/** The part of texts from which on a name in them is common. */
const COMMON = 0.1;

/**
 * The names that are in so many of the texts that they need not be found there: more
 * than a tenth, and in more than three.
 */
export function commonNames(headings: readonly IndexedHeading[]): Set<string> {
  const count = new Map<string, number>();
  for (const { text } of headings) {
    for (const name of namesIn(text)) count.set(name, (count.get(name) ?? 0) + 1);
  }
  const most = Math.max(headings.length * COMMON, 3);
  return new Set([...count].flatMap(([name, having]) => (having > most ? [name] : [])));
}

/** The first sentences of a text, or as much of the first as can be shown. */
function beginning(text: string): string {
  if (text.length <= SHOWN) return text;
  const cut = text.slice(0, SHOWN);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf(': '));
  return end > SHOWN / 2 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

/** Keys and hashes in the text are no words that anyone looks for. */
function asked(names: Iterable<string>): string[] {
  return [...names].filter((name) => !/\d{6}|\d\D+\d/.test(name));
}

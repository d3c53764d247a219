import type { ResultKind } from './protocol.ts';
import { readShortened, readText, type Text } from './text.ts';

/** A part of a page as it is kept beside the index, in JSON: so many of its headings in a row. */
export interface KeptPart {
  readonly url: string;
  /** Title of the page. */
  readonly title: string;
  /** Empty where it is about none. */
  readonly service: string;
  /** Whether its sections each explain a word. */
  readonly terms?: true;
  readonly headings: readonly KeptHeading[];
}

/** So many headings are in a part: a search loads those that it needs. */
export const PART = 7;

/**
 * A heading as it is kept: `also` are the other ways to put it, shortened, by commas, and `said`
 * the names that only its text has, by spaces.
 */
export type KeptHeading = readonly [
  anchor: string,
  title: string,
  excerpt: string,
  also: string,
  said: string,
];

/** Something that a search can lead to. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly excerpt: string;
  readonly kind: ResultKind;
  /** Its heading, and the other ways to put it. */
  readonly headings: readonly Text[];
  /** How many of the headings have each concept or word stem. */
  readonly headed: ReadonlyMap<string, number>;
  /** All concepts and word stems, in its headings and in its text. */
  readonly names: ReadonlySet<string>;
}

/** A page, or a part of it, as search ranks it. */
export interface Page {
  readonly url: string;
  readonly title: string;
  readonly service: string;
  /** Whether its sections each explain a word. */
  readonly terms: boolean;
  readonly sections: readonly Section[];
}

/** Reads what was kept of a page. */
export function pageOf({ url, title, service, terms, headings }: KeptPart): Page {
  const sections = headings.map(([anchor, title, excerpt, also, said]): Section => {
    const ways = also === '' ? [] : also.split(',').map(readShortened);
    const texts = [readText(title), ...ways];
    const headed = countNames(texts);
    return {
      anchor,
      title,
      excerpt,
      kind: kindOf(anchor),
      headings: texts,
      headed,
      names: new Set([...headed.keys(), ...said.split(' ')]),
    };
  });
  return { url, title, service, terms: terms === true, sections };
}

/** How many texts have each concept or word stem. */
export function countNames(texts: readonly Text[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { set, stems } of texts) {
    for (const name of set) count.set(name, (count.get(name) ?? 0) + 1);
    for (const name of stems) if (!set.has(name)) count.set(name, (count.get(name) ?? 0) + 1);
  }
  return count;
}

function kindOf(anchor: string): ResultKind {
  if (anchor === '') return 'page';
  if (anchor.startsWith('step-')) return 'step';
  return anchor.startsWith('faq-') ? 'question' : 'section';
}

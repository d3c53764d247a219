import type { ResultKind } from './protocol.ts';
import { readText } from './text.ts';

/** A page as it is kept beside the index, in JSON. */
export interface KeptPage {
  readonly url: string;
  /** Empty where it is about none. */
  readonly service: string;
  /** The first is the page itself. */
  readonly headings: readonly KeptHeading[];
}

/** A heading as it is kept; `said` are the names that only its text has, by spaces. */
export type KeptHeading = readonly [
  anchor: string,
  title: string,
  excerpt: string,
  also: readonly string[],
  said: string,
];

/** Something that a search can lead to. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  /** Other ways to put it. */
  readonly also: readonly string[];
  readonly excerpt: string;
  readonly kind: ResultKind;
  /** The concepts and word stems in its headings and its text. */
  readonly names: ReadonlySet<string>;
}

/** A page as search ranks it. */
export interface Page {
  readonly url: string;
  readonly title: string;
  readonly service: string;
  readonly sections: readonly Section[];
}

/** Reads a page that was kept. */
export function pageOf({ url, service, headings }: KeptPage): Page {
  const sections = headings.map(([anchor, title, excerpt, also, said]): Section => ({
    anchor,
    title,
    also,
    excerpt,
    kind: kindOf(anchor),
    names: headedNames({ title, also }).union(new Set(said.split(' '))),
  }));
  return { url, title: sections[0]?.title ?? '', service, sections };
}

/** The concepts and word stems of a heading and the other ways to put it. */
export function headedNames({ title, also }: Pick<Section, 'title' | 'also'>): Set<string> {
  return new Set([title, ...also].map(readText).flatMap(({ set, stems }) => [...set, ...stems]));
}

function kindOf(anchor: string): ResultKind {
  if (anchor === '') return 'page';
  if (anchor.startsWith('step-')) return 'step';
  return anchor.startsWith('faq-') ? 'question' : 'section';
}

import type { PageKind } from './protocol.ts';
import { readText } from './text.ts';

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
  readonly kind: PageKind;
  /** Empty where it is about none. */
  readonly service: string;
  /** Other names of the service. */
  readonly aliases: readonly string[];
  readonly headings: readonly IndexedHeading[];
}

/** The value of the filter `about` that pages about no service have. */
export const GENERAL = 'general';

/** Parts the pieces of a label; nobody writes it. */
const DASH = '\u2E3B';

/** The id that stands for the page itself in the copy. */
export const PAGE = 'page';

/** Pagefind's weight of what stands in a heading or another way to put it. */
const HEADING = 5;

/** How much of a text is kept to be shown, in characters. */
const SHOWN = 80;

/**
 * The copy of a page that Pagefind reads, where every heading is a result of its own.
 * What enters the index are the names of concepts and the stems of words, each once
 * under its heading, so that it stays small and search compares like with like. What is
 * needed to rank and to show a result travels as its title, which is not indexed. The
 * page that people read stays as it is.
 *
 * @param common the `commonNames` of all pages
 */
export function indexCopy(page: IndexedPage, common: ReadonlySet<string>): string {
  const frequent = common.union(commonNames(page.headings));
  const sections = page.headings.map(({ anchor, title, also, text }) => {
    const label = [title, beginning(text), ...also];
    const about = anchor === '' ? [page.kind, page.service] : [];
    const headed = new Set(
      [title, ...also].map(readText).flatMap(({ set, stems }) => [...set, ...stems]),
    );
    const said = readText(text).set.difference(headed).difference(frequent);
    const names = `<b data-pagefind-weight="${HEADING}">${list(headed)}</b> ${list(said)}`;
    return `<section id="${anchor || PAGE}" data-pagefind-title="${escape([...about, ...label].join(DASH))}"><p>${names}</p></section>`;
  });
  const general = page.service === '' ? `<i data-pagefind-filter="about:${GENERAL}"></i>` : '';
  return `<html><body data-pagefind-body>${sections.join('')}${general}</body></html>`;
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
    for (const name of readText(text).set) count.set(name, (count.get(name) ?? 0) + 1);
  }
  const most = Math.max(headings.length * COMMON, 3);
  return new Set([...count].flatMap(([name, having]) => (having > most ? [name] : [])));
}

/** What is kept of a heading beside the index. */
export interface KeptHeading {
  readonly title: string;
  readonly also: readonly string[];
  readonly excerpt: string;
}

/** Reads the label of a heading of the copy. */
export function readLabel(label: string): KeptHeading {
  const [title = '', excerpt = '', ...also] = label.split(DASH);
  return { title, also, excerpt };
}

/** Reads the label of the page itself, which says more. */
export function readPageLabel(label: string): KeptHeading & { kind: PageKind; service: string } {
  const [kind = 'page', service = '', ...rest] = label.split(DASH);
  return { ...readLabel(rest.join(DASH)), kind: kind as PageKind, service };
}

/** The first sentences of a text, or as much of the first as can be shown. */
function beginning(text: string): string {
  if (text.length <= SHOWN) return text;
  const cut = text.slice(0, SHOWN);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf(': '));
  return end > SHOWN / 2 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

function list(names: ReadonlySet<string>): string {
  return escape([...names].join(' '));
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

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

/** The id that stands for the page itself in the copy. */
export const PAGE = 'page';

/** Pagefind's weight of what stands in a heading or another way to put it. */
const HEADING = 5;

/** How much of a text is kept to be shown, in characters. */
const SHOWN = 100;

/**
 * The copy of a page that Pagefind reads, where every heading is a result of its own.
 * What enters the index are the names of concepts and the stems of words, each once
 * under its heading, so that it stays small and search compares like with like. What is
 * needed to rank and to show a result travels as its title, which is not indexed. The
 * page that people read stays as it is.
 *
 * @param common names that stand in so many texts that they tell nothing apart
 */
export function indexCopy(page: IndexedPage, common: ReadonlySet<string>): string {
  const sections = page.headings.map((heading) => {
    const { anchor, title, also, text } = heading;
    const label = encodeHeading({ title, also, excerpt: beginning(text) });
    const headed = new Set(
      [title, ...also].map(readText).flatMap(({ set, stems }) => [...set, ...stems]),
    );
    const said = new Set(readText(text).names).difference(headed).difference(common);
    const names = `<b data-pagefind-weight="${HEADING}">${list(headed)}</b> ${list(said)}`;
    return `<section id="${anchor || PAGE}" data-pagefind-title="${escape(label)}"><p>${names}</p></section>`;
  });
  const filters = [`service:${page.service || 'none'}`, `kind:${page.kind}`];
  const tags = filters.map((filter) => `<i data-pagefind-filter="${escape(filter)}"></i>`);
  return `<html><body data-pagefind-body>${sections.join('')}${tags.join('')}</body></html>`;
}

/** The part of all texts from which on a name in them is common. */
const COMMON = 0.12;

/** The names that are in so many texts that they need not be found there. */
export function commonNames(pages: readonly IndexedPage[]): Set<string> {
  const count = new Map<string, number>();
  const texts = pages.flatMap(({ headings }) => headings.map(({ text }) => text));
  for (const text of texts) {
    for (const name of new Set(readText(text).names)) count.set(name, (count.get(name) ?? 0) + 1);
  }
  const common = [...count].filter(([, having]) => having > texts.length * COMMON);
  return new Set(common.map(([name]) => name));
}

/** What is kept of a heading beside the index. */
export interface KeptHeading {
  readonly title: string;
  readonly also: readonly string[];
  readonly excerpt: string;
}

/** Parts the pieces of a heading; nobody writes it. */
const DASH = '\u2E3B';

function encodeHeading({ title, also, excerpt }: KeptHeading): string {
  return [title, excerpt, ...also].join(DASH);
}

/** Reads a heading as the copy has it. */
export function decodeHeading(label: string): KeptHeading {
  const [title = '', excerpt = '', ...also] = label.split(DASH);
  return { title, also, excerpt };
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

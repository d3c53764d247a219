import { isConcept, meaningsOf } from './concepts.ts';
import { hide } from './hidden.ts';
import type { PageKind } from './protocol.ts';
import { isStopWord, wordsOf } from './words.ts';

/** A heading that a search can lead to, and the other ways to put it. */
export interface IndexedHeading {
  /** The anchor, without `#`; empty for the page itself. */
  readonly anchor: string;
  readonly title: string;
  readonly also: readonly string[];
}

/** What the content says of a page, beside its HTML. */
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

/** What Pagefind must leave out of the copy. */
export const excluded = [
  'astro-island, nav, svg, button, form, dialog, script, style, template, noscript',
  '.permalink, .step-number, .step-word, .companion, .sources, .facts, .eyebrow',
  '[data-pagefind-ignore]',
].flatMap((list) => list.split(', '));

/**
 * The copy of a built page that Pagefind reads: its main part, where every heading
 * that the content names is a result of its own and is followed by the hidden ways to
 * put it. The page itself stays as it is.
 *
 * @throws Error where a heading is not in the page.
 */
export function indexCopy(html: string, page: IndexedPage): string {
  const main = /<main\b[^>]*>([^]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) throw new Error(`${page.url} has no <main>.`);
  const copy = page.headings.reduce((text, heading) => withHeading(text, heading, page.url), main);
  const filters = [`service:${page.service || 'none'}`, `kind:${page.kind}`];
  const tags = filters.map((filter) => `<span data-pagefind-filter="${escape(filter)}"></span>`);
  return `<html lang="en"><body><main data-pagefind-body>${copy}${tags.join('')}</main></body></html>`;
}

function withHeading(html: string, heading: IndexedHeading, url: string): string {
  const { anchor, title, also } = heading;
  const start = anchor === '' ? 0 : html.search(new RegExp(` id="${anchor}"[ >]`));
  const end = html.slice(Math.max(start, 0)).search(/<\/h[1-6]>/);
  if (start < 0 || end < 0) {
    throw new Error(`${url} has no heading for #${anchor}: search cannot lead to it.`);
  }
  const heard = `<p>${escape(hide(also, conceptsOf([title, ...also])))}</p>`;
  const behind = start + end + '</h1>'.length;
  const label = anchor === '' ? '' : ` data-pagefind-title="${escape(title)}"`;
  return html.slice(0, start) + label + html.slice(start, behind) + heard + html.slice(behind);
}

/** The names of the concepts that texts speak of, each once. */
function conceptsOf(texts: readonly string[]): string[] {
  const names = texts
    .flatMap((text) => meaningsOf(wordsOf(text), isStopWord))
    .map(({ name }) => name)
    .filter(isConcept);
  return [...new Set(names)];
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

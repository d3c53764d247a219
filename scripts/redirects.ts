import { readFileSync } from 'node:fs';
import type { BuiltSite } from './built-site.ts';
import { root } from './built.ts';
import { readPermalinks } from './permalinks.ts';

/** Where an address leads now, by the address without its last slash. */
export type Redirects = ReadonlyMap<string, string>;

/**
 * Writes `_redirects`, the form that Netlify and Cloudflare Pages read, beside the pages.
 * They keep the query; the fragment never leaves the browser, which puts it on the new
 * address. Astro's own redirects are pages: without our policy, and they lose both.
 */
export function writeRedirects(site: BuiltSite): void {
  const { moved } = readPermalinks(root, readFileSync);
  site.write('/_redirects', formatRedirects(moved));
}

/** A line for each address, with and without its last slash. */
export function formatRedirects(moved: Readonly<Record<string, string>>): string {
  return Object.entries(moved)
    .flatMap(([from, to]) => {
      const bare = from.replace(/\/$/, '');
      return [`${bare} ${to} 301`, `${bare}/ ${to} 301`];
    })
    .join('\n')
    .concat('\n');
}

/** Reads a `_redirects` file; the inverse of what the build writes. */
export function parseRedirects(text: string): Redirects {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
  return new Map(lines.flatMap(([from, to]) => (from && to ? [[from, to] as const] : [])));
}

/**
 * Where a request is sent on to, with its query; undefined where it is answered itself. An
 * address without its last slash leads to the one with it where a page is there.
 */
export function redirectFor(
  { pathname, search }: { pathname: string; search: string },
  known: Redirects,
  isPage: (pathname: string) => boolean,
): string | undefined {
  const to = known.get(pathname);
  if (to !== undefined) return to + search;
  const slashed = `${pathname}/`;
  return !pathname.endsWith('/') && isPage(slashed) ? slashed + search : undefined;
}

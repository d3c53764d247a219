import type { BuiltPage } from './built-pages.ts';

interface Site {
  readonly pages: readonly BuiltPage[];
  /** Addresses of all other files, such as `/favicon.svg`. */
  readonly files: ReadonlySet<string>;
  /** The public address of the site: links to it are links within. */
  readonly origin: string;
}

/**
 * Links within the site that lead nowhere: to no page or file, to an anchor that the page
 * does not have, or to a page without the last slash of its address.
 */
export function brokenLinks({ pages, files, origin }: Site): string[] {
  const ids = new Map(pages.map((page) => [page.address, page.ids]));
  return pages.flatMap(({ address, html }) => {
    const found = linksOf(html).flatMap((link) => {
      const to = new URL(link, new URL(address, origin));
      if (to.origin !== new URL(origin).origin) return [];
      const anchors = ids.get(to.pathname);
      if (anchors === undefined) return files.has(to.pathname) ? [] : [`${link}, where nothing is`];
      const anchor = decodeURIComponent(to.hash.slice(1));
      return anchor === '' || anchors.has(anchor) ? [] : [`${link}, which has no such anchor`];
    });
    return [...new Set(found)].map((problem) => `${address} links to ${problem}.`);
  });
}

/** All that a page links to or loads. */
function linksOf(html: string): string[] {
  const markup = html.replace(/<script\b(?![^>]*\bsrc=)[^>]*>[^]*?<\/script>/g, '');
  return [
    ...[...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link),
    ...[...markup.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(
      ([, link = '']) => link,
    ),
  ]
    .map((link) => link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'))
    .filter((link) => /^(https?:|\/|#|\?)/.test(link));
}

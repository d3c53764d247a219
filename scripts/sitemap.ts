import { changedAt } from '../src/lib/guides/changed.ts';

// Asks git at once: to start another program takes a tenth of a second once this one is large.
changedAt('');

interface Item {
  readonly url: string;
  lastmod?: string | undefined;
}

/** Lists in parts are a way to pages, not pages to find. */
export function listedInSitemap(url: string): boolean {
  return !/\/letter\/[^/]+\/$/.test(url);
}

/** Adds when the file of a page last changed, where there is a file and that is known. */
export function withLastChange<Page extends Item>(page: Page): Page {
  const file = fileOf(new URL(page.url).pathname);
  const changed = file === undefined ? undefined : changedAt(file);
  return changed === undefined ? page : { ...page, lastmod: changed.toISOString() };
}

/** The file that a page is made from. */
function fileOf(pathname: string): string | undefined {
  const [, folder = 'pages', name] = /^\/(?:(guides|faq)\/)?([^/]+)\/$/.exec(pathname) ?? [];
  return name === undefined ? undefined : `src/content/${folder}/${name}.mdx`;
}

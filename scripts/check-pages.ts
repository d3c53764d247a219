import { pagesOf, type BuiltSite } from './built-site.ts';
import { checkPolicy } from './check-policy.ts';

/**
 * Looks at every page.
 *
 * @param anchors those that each page must have, by its address
 * @throws Error for the first page that is not as it must be
 */
export function checkPages(site: BuiltSite, anchors: ReadonlyMap<string, readonly string[]>): void {
  for (const page of pagesOf(site)) {
    const html = site.text(page);
    checkPolicy(html, page);
    for (const anchor of anchors.get(page.replace(/index\.html$/, '')) ?? []) {
      if (anchor !== '' && !html.includes(` id="${anchor}"`))
        throw new Error(`${page} has no #${anchor}, which search would lead to.`);
    }
  }
}

import { entryGuide } from '../src/lib/guides/entry-guide.ts';
import { guideMarkdown } from '../src/lib/guides/markdown.ts';
import type { Content } from '../src/lib/search/indexed-pages.ts';
import type { ContentFile } from './content-worker.ts';

/**
 * Beside the page of each guide, its text as Markdown and what the authenticator shows of it.
 * `npm run dev` has the same from `src/pages/guides/`; there may be thousands, and Astro takes
 * for each as long as for a page.
 *
 * @param address the public one of the site
 */
export function guideFiles({ guides, faq }: Content, address: string): ContentFile[] {
  return guides.flatMap(({ id, data, body = '' }) => {
    const path = `/guides/${id}`;
    const page = new URL(`${path}/`, address);
    return [
      { path: `${path}.md`, content: Buffer.from(guideMarkdown({ data, body }, page)) },
      {
        path: `${path}.json`,
        content: Buffer.from(JSON.stringify(entryGuide({ id, data }, faq))),
      },
    ];
  });
}

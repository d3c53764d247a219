import type { Page } from './pages.ts';
import type { SearchAnswer } from './protocol.ts';
import type { SearchIndex } from './search.ts';

/** What stands for a page whose text cannot be had: nothing in it is found. */
const nothing: Page = { url: '', title: '', service: '', terms: false, sections: [] };

/**
 * Asks an index of which some texts may be missing: of many pages, not all texts are kept for
 * use offline, and what is there is better than nothing.
 *
 * @throws what the first missing text failed with, where nothing was found in the others
 */
export async function askPartial(
  index: SearchIndex,
  ask: (index: SearchIndex) => Promise<SearchAnswer>,
): Promise<SearchAnswer> {
  const failures: unknown[] = [];
  const page = (id: string): Promise<Page> =>
    index.page(id).catch((error: unknown) => {
      failures.push(error);
      return nothing;
    });
  const answer = await ask({ ...index, page });
  if (answer.results.length === 0 && failures.length > 0) throw failures[0];
  return answer;
}

import type { Content } from '../src/lib/search/indexed-pages.ts';
import { contentLoaded, type LoadedCollection } from '../src/loaded-content.ts';
import type { Given, Made } from './content-worker.ts';
import { inThread } from './in-thread.ts';

interface ContentThread {
  /**
   * Begins, once the content is loaded, beside whatever the build does next.
   *
   * @param address the public one that the site is built for
   */
  readonly begin: (address: string) => void;
  /** What came of it. */
  readonly made: () => Promise<Made>;
}

/** Makes what needs the content and no page in a thread of its own, while pages are written. */
export function contentThread(): ContentThread {
  let content: Partial<Content> = {};
  let made: Promise<Made> | undefined;
  contentLoaded.subscribe((message) => {
    const { collection, entries } = message as LoadedCollection;
    // Only what can be sent to another thread.
    const sent = entries.map(({ id, data, body }) => ({ id, data, body }));
    content = { ...content, [collection]: sent };
  });
  return {
    begin: (address) => {
      const given: Given = { content: content as Content, address };
      made = inThread<Made>('./content-worker.ts', given);
      content = {};
    },
    made: () => made ?? Promise.reject(new Error('The thread for the content was never begun.')),
  };
}

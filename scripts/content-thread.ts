import type { Content } from '../src/lib/search/indexed-pages.ts';
import { contentLoaded, type LoadedCollection } from '../src/loaded-content.ts';
import type { Given, Made } from './content-worker.ts';
import { inThread } from './in-thread.ts';

/** What lives shortly is cleaned up often: the pages are being written in the same memory. */
const YOUNG = { maxYoungGenerationSizeMb: 16 };

/**
 * Makes what needs the content and no page in a thread of its own: it begins when all content
 * is loaded, and runs beside whatever the build does next. Gives what waits for the result.
 *
 * @param address the public one that the site is built for
 */
export function contentThread(address: string): () => Promise<Made> {
  let content: Partial<Content> = {};
  let made: Promise<Made> | undefined;
  contentLoaded.subscribe((message) => {
    const { collection, entries } = message as LoadedCollection;
    // Only what can be sent to another thread.
    const sent = entries.map(({ id, data, body }) => ({ id, data, body }));
    content = { ...content, [collection]: sent };
    if (!isWhole(content)) return;
    const given: Given = { content, address };
    made = inThread<Made>('./content-worker.ts', given, YOUNG);
    content = {};
  });
  return () => made ?? Promise.reject(new Error('Not all content was loaded.'));
}

function isWhole(content: Partial<Content>): content is Content {
  const { guides, faq, pages } = content;
  return [guides, faq, pages].every((entries) => entries !== undefined);
}

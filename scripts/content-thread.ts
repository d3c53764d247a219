import { Worker } from 'node:worker_threads';
import type { AstroIntegrationLogger } from 'astro';
import type { Content } from '../src/lib/search/indexed-pages.ts';
import { contentLoaded, type LoadedCollection } from '../src/loaded-content.ts';
import type { BuiltSite } from './built-site.ts';
import type { Given, Made } from './content-worker.ts';
import { smallSearchScript } from './search-script.ts';

interface ContentThread {
  /**
   * Begins, once the content is loaded, beside whatever the build does next.
   *
   * @param address the public one that the site is built for
   */
  readonly begin: (address: string) => void;
  /** Writes what came of it; gives the anchors that pages must have. */
  readonly write: (site: BuiltSite, logger: AstroIntegrationLogger) => Promise<Made['anchors']>;
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
      made = inThread({ content: content as Content, address });
      // Whoever writes hears of a failure; until then nobody waits for it.
      made.catch(() => undefined);
      content = {};
    },
    write: async (site, logger) => {
      if (made === undefined) throw new Error('The thread for the content was never begun.');
      const waiting = performance.now();
      const { files, anchors } = await made;
      const seconds = ((performance.now() - waiting) / 1000).toFixed(1);
      for (const { path, content } of files) {
        const isScript = path === '/pagefind/pagefind.js';
        site.write(path, isScript ? await smallSearchScript(content) : content);
      }
      logger.info(`${files.length} files, waited for ${seconds} s`);
      return anchors;
    },
  };
}

function inThread(given: Given): Promise<Made> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./content-worker.ts', import.meta.url), {
      workerData: given,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('The thread for the content ended without a result.'));
    });
  });
}

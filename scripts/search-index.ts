import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AstroIntegrationLogger } from 'astro';
import { build } from 'vite';
import type { Content } from '../src/lib/search/indexed-pages.ts';
import { contentLoaded, type LoadedCollection } from '../src/loaded-content.ts';
import type { BuiltSite } from './built-site.ts';
import type { SearchFiles } from './search-files.ts';

interface SearchIndexing {
  /** Begins, once the content is loaded, beside whatever the build does next. */
  readonly begin: () => void;
  /** Writes what came of it to `/pagefind/`. */
  readonly write: (site: BuiltSite, logger: AstroIntegrationLogger) => Promise<void>;
}

/** Makes the search index in a thread of its own: it needs the content, and no page. */
export function searchIndexing(): SearchIndexing {
  let content: Partial<Content> = {};
  let made: Promise<SearchFiles> | undefined;
  contentLoaded.subscribe((message) => {
    const { collection, entries } = message as LoadedCollection;
    // Only what can be sent to another thread.
    const sent = entries.map(({ id, data, body }) => ({ id, data, body }));
    content = { ...content, [collection]: sent };
  });
  return {
    begin: () => {
      made = inThread(content as Content);
      // Whoever writes hears of a failure; until then nobody waits for it.
      made.catch(() => undefined);
      content = {};
    },
    write: async (site, logger) => {
      if (made === undefined) throw new Error('The search index was never begun.');
      const waiting = performance.now();
      const { files, anchors } = await made;
      const seconds = ((performance.now() - waiting) / 1000).toFixed(1);
      for (const { path, content } of files) {
        const written = path === 'pagefind.js' ? await smallScript(path, content) : content;
        site.write(`/pagefind/${path}`, written);
      }
      for (const [url, all] of anchors) checkAnchors(site, url, all);
      logger.info(`${anchors.size} pages, waited for ${seconds} s`);
    },
  };
}

function inThread(content: Content): Promise<SearchFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
      workerData: content,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('The search index ended without a result.'));
    });
  });
}

function checkAnchors(site: BuiltSite, url: string, anchors: readonly string[]): void {
  const html = site.text(`${url}index.html`);
  const ids = new Set(html.match(/(?<= id=")[^"]+/g));
  for (const anchor of anchors) {
    if (!ids.has(anchor)) {
      throw new Error(`${url} has no #${anchor}, which search would lead to.`);
    }
  }
}

/**
 * Of Pagefind's script, the class that searches one index. What it exports besides works
 * with workers of its own and with several indexes, and is a third of it.
 */
async function smallScript(name: string, content: Uint8Array): Promise<Uint8Array> {
  const own = new Map([
    ['entry', `export { PagefindInstance } from '${name}'`],
    [name, `${Buffer.from(content).toString('utf8')}\nexport { PagefindInstance };`],
  ]);
  const written = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'pagefind-script',
        resolveId: (id) => (own.has(path.basename(id)) ? `\0${path.basename(id)}` : undefined),
        load: (id) => own.get(id.slice(1)),
      },
    ],
    define: { 'typeof window': '"undefined"', 'typeof document': '"undefined"' },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'entry',
        preserveEntrySignatures: 'strict',
        output: { minify: { compress: { dropConsole: true } } },
      },
    },
  });
  const [script] = [written].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (script?.type !== 'chunk') throw new Error('Pagefind has no script.');
  return Buffer.from(script.code);
}

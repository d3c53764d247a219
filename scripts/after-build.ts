import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBudgets } from './budgets.ts';
import { writeFingerprint, writeManifest } from './build-manifest.ts';
import { builtSite, type BuiltSite } from './built-site.ts';
import { chunkGraph, type ChunkGraph } from './chunk-graph.ts';
import { contentThread } from './content-thread.ts';
import type { Made } from './content-worker.ts';
import { writeHeaders } from './headers.ts';
import { inThread } from './in-thread.ts';
import type { PagesGiven, PagesSeen } from './page-worker.ts';
import { writeRedirects } from './redirects.ts';
import { smallSearchScript } from './search-script.ts';
import { checkKept, writeOfflineList, writeServiceWorker } from './service-worker.ts';

/** All that follows once the pages are written; each step finds what those before it wrote. */
export function afterBuild(): AstroIntegration {
  const { graph, plugin } = chunkGraph();
  let building = false;
  let address = '';
  let content: ReturnType<typeof contentThread>;
  let pages: Promise<PagesSeen>;
  return {
    name: '2faa-after-build',
    hooks: {
      'astro:config:setup': ({ updateConfig, command }) => {
        building = command === 'build';
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        address = config.site ?? '';
        if (building) content = contentThread(address);
      },
      // The pages are there, and other integrations have yet to do something.
      'astro:build:generated': ({ dir }) => {
        pages = lookAtPages(fileURLToPath(dir), graph, content);
        // Heard of where the result is needed.
        pages.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = builtSite(fileURLToPath(dir));
        writeRedirects(site);
        writeHeaders(site);
        await writeContentFiles(site, await content());
        writeOfflineList(site);
        const plan = await writeServiceWorker(site, logger.fork('2faa-service-worker'));
        const { named, sizes } = await pages;
        checkKept(plan, named);
        checkBudgets(sizes, logger.fork('2faa-budgets'));
        // The first changes a page, the second has the hash of every file.
        writeFingerprint(site);
        writeManifest(site, address);
      },
    },
  };
}

/** It looks at one page after the other and remembers numbers; in megabytes. */
const KEEPS_LITTLE = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };

/** Every page is read and compressed, which takes as long as all of the rest. */
async function lookAtPages(
  folder: string,
  graph: ChunkGraph,
  content: () => Promise<Made>,
): Promise<PagesSeen> {
  const { anchors } = await content();
  const given: PagesGiven = { folder, graph, anchors };
  return inThread('./page-worker.ts', given, KEEPS_LITTLE);
}

async function writeContentFiles(site: BuiltSite, { files }: Made): Promise<void> {
  for (const { path, content } of files) {
    const isScript = path === '/pagefind/pagefind.js';
    site.write(path, isScript ? await smallSearchScript(content) : content);
  }
}

import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkBudgets } from './budgets.ts';
import { writeFingerprint, writeManifest } from './build-manifest.ts';
import { builtSite, type BuiltSite } from './built-site.ts';
import { chunkGraph } from './chunk-graph.ts';
import { contentThread } from './content-thread.ts';
import type { ContentFile } from './content-worker.ts';
import { writeHeaders } from './headers.ts';
import { inThread } from './in-thread.ts';
import type { PagesGiven, PagesSeen } from './page-worker.ts';
import { writeRedirects } from './redirects.ts';
import { smallSearchScript } from './search-script.ts';
import { checkKept, writeOfflineList, writeServiceWorker } from './service-worker.ts';

/** All that follows once the pages are written; each step finds what those before it wrote. */
export function afterBuild(): AstroIntegration {
  const { graph, plugin } = chunkGraph();
  const content = contentThread();
  let address = '';
  return {
    name: '2faa-after-build',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        address = config.site ?? '';
      },
      'astro:build:start': () => {
        content.begin(address);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const site = builtSite(folder);
        const { files, anchors } = await content.made();
        // Every page is read and compressed, which takes as long as all of the rest.
        const given: PagesGiven = { folder, graph, anchors };
        const looking = inThread<PagesSeen>('./page-worker.ts', given);
        writeRedirects(site);
        writeHeaders(site);
        await writeContentFiles(site, files);
        writeOfflineList(site);
        const plan = await writeServiceWorker(site, logger.fork('2faa-service-worker'));
        const { named, sizes } = await looking;
        checkKept(plan, named);
        checkBudgets(sizes, logger.fork('2faa-budgets'));
        // The first changes a page, the second has the hash of every file.
        writeFingerprint(site);
        writeManifest(site, address);
      },
    },
  };
}

async function writeContentFiles(site: BuiltSite, files: readonly ContentFile[]): Promise<void> {
  for (const { path, content } of files) {
    const isScript = path === '/pagefind/pagefind.js';
    site.write(path, isScript ? await smallSearchScript(content) : content);
  }
}

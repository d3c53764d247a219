import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { checkBudgets } from './budgets.ts';
import { writeFingerprint, writeManifest } from './build-manifest.ts';
import { builtSite, type BuiltSite } from './built-site.ts';
import { checkPages } from './check-pages.ts';
import { chunkGraph } from './chunk-graph.ts';
import { contentThread } from './content-thread.ts';
import { writeHeaders } from './headers.ts';
import { writeRedirects } from './redirects.ts';
import { writeOfflineList, writeServiceWorker } from './service-worker.ts';

/** All that follows once the pages are written; each step finds what those before it wrote. */
export function afterBuild(): AstroIntegration {
  const { graph, plugin } = chunkGraph();
  const thread = contentThread();
  let address = '';
  const finish = async (site: BuiltSite, logger: AstroIntegrationLogger): Promise<void> => {
    checkPages(site, await thread.write(site, logger.fork('2faa-content')));
    writeOfflineList(site);
    await writeServiceWorker(site, logger.fork('2faa-service-worker'));
    writeFingerprint(site);
    writeManifest(site, address);
  };
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
        thread.begin(address);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = builtSite(fileURLToPath(dir));
        writeRedirects(site);
        writeHeaders(site);
        await Promise.all([
          // Compressing keeps other threads busy than the rest does.
          checkBudgets(site, graph, logger.fork('2faa-budgets')),
          finish(site, logger),
        ]);
      },
    },
  };
}

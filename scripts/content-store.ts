import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** How Astro's bundler knows all content. */
const STORE = /^\0astro:data-layer-content$/;

/**
 * Lets the pages read all content from the file in which Astro keeps it between builds.
 * Astro has it bundled as one string: with a thousand guides that is 25 MB, which are
 * copied, parsed and printed again several times.
 */
export function contentStore(): AstroIntegration {
  let cache: URL;
  return {
    name: '2faa-content-store',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: '2faa-content-store',
          apply: 'build',
          load: {
            order: 'pre',
            filter: { id: STORE },
            handler: () => {
              const file = JSON.stringify(fileURLToPath(new URL('data-store.json', cache)));
              return `import { readFileSync } from 'node:fs';
                export default JSON.parse(readFileSync(${file}, 'utf8'));`;
            },
          },
        } as const;
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
      },
    },
  };
}

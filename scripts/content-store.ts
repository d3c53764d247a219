import type { AstroIntegration } from 'astro';
import { contentLoaded, type LoadedCollection } from '../src/loaded-content.ts';

/** How Astro's bundler knows all content. */
const STORE = /^\0astro:data-layer-content$/;

/** The name under which the pages, which are another bundle in the same process, find it. */
const SHARED = '2faa-content';

/**
 * Gives the pages all content as it was loaded, by collection and id. Astro writes it to a
 * file between builds and has that bundled as one string: with a thousand guides those are
 * 28 MB, which are copied, parsed and printed again several times.
 */
export function contentStore(): AstroIntegration {
  const content = new Map<string, ReadonlyMap<string, unknown>>();
  return {
    name: '2faa-content-store',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        contentLoaded.subscribe((message) => {
          const { collection, entries } = message as LoadedCollection;
          content.set(collection, new Map(entries.map((entry) => [entry.id, entry])));
        });
        const plugin = {
          name: '2faa-content-store',
          apply: 'build',
          load: {
            order: 'pre',
            filter: { id: STORE },
            handler: () => {
              // Astro would take a failure in the pages for a site without content.
              if (content.size === 0) throw new Error('No content was loaded.');
              Object.assign(globalThis, { [Symbol.for(SHARED)]: content });
              return `export default globalThis[Symbol.for('${SHARED}')];`;
            },
          },
        } as const;
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * Takes out of the pages what depends on the folder in which they were built, so that two
 * builds of one commit are the same, byte for byte: the ids of islands are hashes of the
 * full paths of their files.
 */
export function sameEverywhere(): AstroIntegration {
  return {
    name: '2faa-same-everywhere',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = await readdir(dir, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const page = new URL(encodeURI(file), dir);
          await writeFile(page, numberedIslands(await readFile(page, 'utf8')));
        }
      },
    },
  };
}

/** The page with its islands numbered; their ids need to differ within the page alone. */
export function numberedIslands(html: string): string {
  let islands = 0;
  return html.replace(/(<astro-island uid=")[^"]*"/g, (_, before: string) => {
    islands += 1;
    return `${before}${islands}"`;
  });
}

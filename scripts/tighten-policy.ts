import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * Takes hashes of scripts and styles that a page does not have out of its policy. Astro
 * lists those of every kind of island on every page: more than the page may need, and a
 * quarter of a kilobyte that does not compress.
 */
export function tightenPolicy(): AstroIntegration {
  return {
    name: '2faa-tighten-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = await readdir(dir, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const page = new URL(encodeURI(file), dir);
          const html = await readFile(page, 'utf8');
          await writeFile(page, withoutUnusedHashes(html));
        }
      },
    },
  };
}

/** The page with only those hashes in its policy whose script or style stands in it. */
export function withoutUnusedHashes(html: string): string {
  const used = new Set(
    [...html.matchAll(/<(script|style)(?![^>]*\bsrc=)[^>]*>([^]*?)<\/\1>/g)].map(
      ([, , content = '']) => createHash('sha256').update(content).digest('base64'),
    ),
  );
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replace(/ 'sha256-([^']+)'/g, (source, hash: string) => (used.has(hash) ? source : '')),
  );
}

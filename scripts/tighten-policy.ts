import { createHash } from 'node:crypto';
import { pagesOf, type BuiltSite } from './built-site.ts';

/**
 * Takes hashes of scripts and styles that a page does not have out of its policy. Astro
 * lists those of every kind of island on every page: more than the page may need, and a
 * quarter of a kilobyte that does not compress.
 */
export async function tightenPolicies(site: BuiltSite): Promise<void> {
  const pages = await pagesOf(site);
  await Promise.all(
    pages.map(async (page) => site.write(page, withoutUnusedHashes(await site.text(page)))),
  );
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

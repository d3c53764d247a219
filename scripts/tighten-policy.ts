import { createHash } from 'node:crypto';
import { pagesOf, type BuiltSite } from './built-site.ts';

/**
 * Makes the policy of each page as narrow as it can be, and puts it before all that it is
 * about: Astro writes it at the end of the head, and a script in front of it would run.
 */
export function tightenPolicies(site: BuiltSite): void {
  for (const page of pagesOf(site)) site.write(page, tightened(site.text(page), page));
}

/**
 * The page with its policy right after its encoding, and in it only those hashes whose
 * script or style stands in the page. Astro lists those of every kind of island on every
 * page: more than the page may need, and a quarter of a kilobyte that does not compress.
 *
 * @throws Error where a page has no policy, or no place for it
 */
export function tightened(html: string, page: string): string {
  const [policy] = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(html) ?? [];
  const [encoding] = /<head>\s*<meta charset="utf-8">/.exec(html) ?? [];
  if (policy === undefined || encoding === undefined)
    throw new Error(`${page} has no policy, or does not begin with its encoding.`);
  const used = new Set(
    [...html.matchAll(/<(script|style)(?![^>]*\bsrc=)[^>]*>([^]*?)<\/\1>/g)].map(
      ([, , content = '']) => createHash('sha256').update(content).digest('base64'),
    ),
  );
  const narrow = policy.replace(/ 'sha256-([^']+)'/g, (source, hash: string) =>
    used.has(hash) ? source : '',
  );
  const place = html.indexOf(encoding) + encoding.length;
  const rest = html.slice(place).replace(policy, '');
  return html.slice(0, place) + narrow + rest;
}

import type { APIRoute } from 'astro';

/** Everything may be indexed; the site map says what there is. */
export const GET: APIRoute = ({ url, site }) =>
  new Response(
    `User-agent: *\nAllow: /\nSitemap: ${new URL('/sitemap-index.xml', site ?? url).href}\n`,
  );

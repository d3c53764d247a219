import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { indexedPages } from '../../lib/search/indexed-pages.ts';

/** What the content says of its pages, for the integration that makes the index and removes it. */
export const GET: APIRoute = async () => {
  const [guides, faq, pages] = await Promise.all([
    getCollection('guides'),
    getCollection('faq'),
    getCollection('pages'),
  ]);
  return Response.json(indexedPages({ guides, faq, pages }));
};

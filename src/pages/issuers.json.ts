import type { APIRoute } from 'astro';
import { guideIssuers } from '../lib/guides/entry-guide.ts';
import { library } from '../library.ts';

/** By which issuers entries are recognized that no guide captured. */
export const GET: APIRoute = async () => {
  const { guides } = await library();
  return Response.json(guides.map(({ entry }) => guideIssuers(entry)));
};

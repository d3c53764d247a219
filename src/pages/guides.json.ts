import type { APIRoute } from 'astro';
import { library } from '../library.ts';

/** Every guide, for the filter of a list that has more of them than one page. */
export const GET: APIRoute = async () => {
  const { guides } = await library();
  return Response.json(guides.map(({ title, address }) => ({ title, href: address })));
};

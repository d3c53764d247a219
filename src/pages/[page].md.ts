import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { pageMarkdown } from '../lib/guides/markdown.ts';
import { markdownResponse } from '../markdown-response.ts';
import { library } from '../library.ts';

export async function getStaticPaths() {
  const { pages } = await library();
  return pages.map((reading) => ({ params: { page: reading.entry.id }, props: { reading } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) => {
  const { entry, address } = props.reading;
  const { data, body = '' } = entry;
  return markdownResponse(pageMarkdown({ data, body }, new URL(address, site)));
};

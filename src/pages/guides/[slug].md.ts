import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { guideMarkdown } from '../../lib/guides/markdown.ts';

export async function getStaticPaths() {
  const guides = await getCollection('guides');
  return guides.map((guide) => ({ params: { slug: guide.id }, props: { guide } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) => {
  const { id, data, body = '' } = props.guide;
  return new Response(guideMarkdown({ data, body }, new URL(`/guides/${id}/`, site)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

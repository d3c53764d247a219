import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { guideMarkdown } from '../../lib/guides/markdown.ts';
import { markdownResponse } from '../../markdown-response.ts';
import { library } from '../../library.ts';

/** For `npm run dev`; the build writes these files itself, by `scripts/guide-files.ts`. */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const { guides } = await library();
  return guides.map((reading) => ({ params: { slug: reading.entry.id }, props: { reading } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) => {
  const { entry, address } = props.reading;
  const { data, body = '' } = entry;
  return markdownResponse(guideMarkdown({ data, body }, new URL(address, site)));
};

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { entryGuide } from '../../lib/guides/entry-guide.ts';
import { library } from '../../library.ts';

/** For `npm run dev`; the build writes these files itself, by `scripts/guide-files.ts`. */
export async function getStaticPaths() {
  if (import.meta.env.PROD) return [];
  const { guides, faq } = await library();
  const pages = faq.map(({ entry }) => entry);
  return guides.map(({ entry }) => ({
    params: { slug: entry.id },
    props: { guide: entryGuide(entry, pages) },
  }));
}

/** What a guide has to say about an entry that is in use. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.guide);

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { words } from '../../components/site/words.ts';
import { sharingPicture } from '../../lib/guides/sharing-picture.ts';
import { isGenerated, library } from '../../library.ts';

/** One picture for each guide that people wrote, and one for all other pages. */
export async function getStaticPaths() {
  const { guides } = await library();
  const site = { name: '2faa', title: words.pictureTitle, line: words.pictureLine };
  const own = guides
    .filter(({ entry }) => !isGenerated(entry))
    .map(({ entry, title }) => ({ name: entry.id, title, line: entry.data.summary }));
  return [site, ...own].map(({ name, ...props }) => ({ params: { name }, props }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const picture = await sharingPicture(props.title, props.line);
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } });
};

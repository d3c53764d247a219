import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { iconPicture, icons } from '../../lib/install/icon.ts';

/** The icons that the manifest names. */
export function getStaticPaths() {
  return Object.entries(icons).map(([name, drawing]) => ({ params: { name }, props: drawing }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(new Uint8Array(await iconPicture(props)), {
    headers: { 'Content-Type': 'image/png' },
  });

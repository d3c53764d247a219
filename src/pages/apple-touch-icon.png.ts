import type { APIRoute } from 'astro';
import { appleTouchIcon, iconPicture } from '../lib/install/icon.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await iconPicture(appleTouchIcon)), {
    headers: { 'Content-Type': 'image/png' },
  });

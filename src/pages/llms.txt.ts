import type { APIRoute } from 'astro';
import { words } from '../components/site/words.ts';
import { llmsText } from '../lib/guides/llms.ts';
import { library, type Reading } from '../library.ts';

export const GET: APIRoute = async ({ url, site }) => {
  const { guides, faq, pages } = await library();
  const listed = ({ entry, title, address }: Reading) => ({
    title,
    summary: entry.data.summary,
    markdown: address.replace(/\/$/, '.md'),
  });
  const parts = [
    { title: words.guides, pages: guides.map(listed) },
    { title: words.questions, pages: faq.map(listed) },
    { title: words.pages, pages: pages.map(listed) },
  ];
  return new Response(llmsText(parts, site ?? url), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

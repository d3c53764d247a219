import type { APIRoute } from 'astro';
import { words } from '../components/site/words.ts';
import { listMarkdown } from '../lib/guides/markdown.ts';
import { library, type Reading } from '../library.ts';
import { markdownResponse } from '../markdown-response.ts';

const summary =
  'A guide that walks with you: read the steps, bring in the QR code, type the codes. The page makes the codes on your device and keeps the secret in this browser, encrypted.';

export const GET: APIRoute = async ({ url, site }) => {
  const { guides, faq, pages } = await library();
  const linked = ({ entry, title, address }: Reading) => ({ id: entry.id, title, href: address });
  const groups = [
    { topic: words.guides, questions: guides.map(linked) },
    { topic: words.questions, questions: faq.map(linked) },
    { topic: words.pages, questions: pages.map(linked) },
  ];
  const home = new URL('/', site ?? url);
  return markdownResponse(listMarkdown({ title: words.name, summary }, groups, home));
};

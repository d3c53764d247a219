import type { APIRoute } from 'astro';
import { lists } from '../components/site/words.ts';
import { listMarkdown } from '../lib/guides/markdown.ts';
import { guideLetters } from '../lists.ts';
import { markdownResponse } from '../markdown-response.ts';

export const GET: APIRoute = async ({ url, site }) => {
  const groups = (await guideLetters()).map(({ letter, items }) => ({
    topic: letter,
    questions: items.map(({ entry, title, address }) => ({ id: entry.id, title, href: address })),
  }));
  return markdownResponse(listMarkdown(lists.guides, groups, new URL('/guides/', site ?? url)));
};

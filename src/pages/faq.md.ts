import type { APIRoute } from 'astro';
import { lists } from '../components/site/words.ts';
import { listMarkdown } from '../lib/guides/markdown.ts';
import { allQuestions } from '../lists.ts';
import { markdownResponse } from '../markdown-response.ts';

export const GET: APIRoute = async ({ url, site }) => {
  const { groups } = await allQuestions();
  return markdownResponse(listMarkdown(lists.questions, groups, new URL('/faq/', site ?? url)));
};

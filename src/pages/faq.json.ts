import type { APIRoute } from 'astro';
import { allQuestions } from '../lists.ts';

/** Every question, for the filter of a list that has more of them than one page. */
export const GET: APIRoute = async () => {
  const { groups } = await allQuestions();
  const items = groups.flatMap(({ topic, questions }) =>
    questions.map(({ title, href }) => ({
      title: title.includes(topic) ? title : `${topic}: ${title}`,
      href,
    })),
  );
  return Response.json(items);
};

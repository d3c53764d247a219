import { byLetter, inParts, type LetterGroup } from './lib/guides/letters.ts';
import { questionGroups, type QuestionGroup } from './lib/guides/questions.ts';
import { library, type GuideReading } from './library.ts';

/** With more guides than that, lists have a page for each letter: one page would grow too large. */
export const MOST_ON_ONE_PAGE = 100;

/** A letter with more than that has several pages: guides, and services with their questions. */
const MOST_UNDER_A_LETTER = { guides: 150, services: 60 } as const;

let letters: Promise<LetterGroup<GuideReading>[]> | undefined;

/** The guides by the first letter of their service; worked out once. */
export function guideLetters(): Promise<LetterGroup<GuideReading>[]> {
  return (letters ??= library().then(({ guides }) =>
    inParts(
      byLetter(guides, ({ entry }) => entry.data.service),
      MOST_UNDER_A_LETTER.guides,
    ),
  ));
}

interface Questions {
  readonly groups: readonly QuestionGroup[];
  /** The groups that the first page has. */
  readonly onPage: readonly QuestionGroup[];
  /** The others, by the first letter of their topic. */
  readonly letters: readonly LetterGroup<QuestionGroup>[];
}

let questions: Promise<Questions> | undefined;

/** Every question of the site; worked out once. */
export function allQuestions(): Promise<Questions> {
  return (questions ??= collect());
}

async function collect(): Promise<Questions> {
  const { guides, faq } = await library();
  const pages = faq.map(({ entry }) => entry);
  const groups = questionGroups(
    guides.map(({ entry }) => entry),
    pages,
  );
  if (guides.length <= MOST_ON_ONE_PAGE) return { groups, onPage: groups, letters: [] };
  // Those with a page of questions of their own are asked about most.
  const first = new Set(pages.map(({ id, data }) => data.guide ?? id));
  return {
    groups,
    onPage: groups.filter(({ id }) => first.has(id)),
    letters: inParts(
      byLetter(
        groups.filter(({ id }) => !first.has(id)),
        ({ topic }) => topic,
      ),
      MOST_UNDER_A_LETTER.services,
    ),
  };
}

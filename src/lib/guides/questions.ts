import type { FaqData, GuideData } from './schema.ts';

/** A question, and where it is answered. */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** Address of the answer, with its anchor. */
  readonly href: string;
}

/** The questions about one topic, which may be answered on more than one page. */
export interface QuestionGroup {
  /** The heading: a service or another topic. */
  readonly topic: string;
  /** The anchor of the heading. */
  readonly id: string;
  readonly questions: readonly Question[];
}

interface Asked<Data> {
  readonly id: string;
  readonly data: Data;
}

/**
 * Every question of the site, by topic: those about no service first, then the
 * services by name. A service has those of its guide first.
 */
export function questionGroups(
  guides: readonly Asked<GuideData>[],
  pages: readonly Asked<FaqData>[],
): QuestionGroup[] {
  const ofPage = (page: Asked<FaqData>): Question[] =>
    page.data.faq.map((question) => questionAt(`/faq/${page.id}/`, question));
  const general = pages
    .filter(({ data }) => data.guide === undefined)
    .map((page) => ({ topic: page.data.topic, id: page.id, questions: ofPage(page) }));
  const byGuide = Map.groupBy(pages, ({ data }) => data.guide);
  const services = guides.map(({ id, data }) => ({
    topic: data.service,
    id,
    questions: [
      ...data.faq.map((question) => questionAt(`/guides/${id}/`, question)),
      ...(byGuide.get(id) ?? []).flatMap(ofPage),
    ],
  }));
  return [...general, ...services];
}

/** Questions that a guide had before they moved to a page of their own. */
export function movedQuestions(guide: string, pages: readonly Asked<FaqData>[]): Question[] {
  return pages.flatMap((page) =>
    page.data.faq
      .filter(({ movedFrom }) => movedFrom === guide)
      .map((question) => questionAt(`/faq/${page.id}/`, question)),
  );
}

function questionAt(page: string, { id, title }: { id: string; title: string }): Question {
  return { id, title, href: `${page}#faq-${id}` };
}

import type { GuideData } from './schema.ts';

/** What the companion has to know of its guide; it travels with the page, so it is kept small. */
export interface GuideForIsland {
  readonly slug: string;
  readonly service: string;
  readonly identities: GuideData['identities'];
  readonly enrollment: GuideData['enrollment'];
  readonly steps: readonly Omit<GuideData['steps'][number], 'also'>[];
  readonly refusals: readonly RefusalForIsland[];
  /** Link within the page to how a device gets back in sync. */
  readonly resyncHref?: string;
}

interface RefusalForIsland {
  readonly kind: GuideData['refusals'][number]['kind'];
  readonly title: string;
  readonly text: string;
  /** Link within the page to the step or question that says more. */
  readonly href?: string;
}

/** The part of a guide that its companion gets. */
export function guideForIsland(guide: { id: string; data: GuideData }): GuideForIsland {
  const { service, identities, enrollment, steps, refusals, resync } = guide.data;
  return {
    slug: guide.id,
    service,
    identities,
    enrollment,
    // Other ways to put it are for search.
    steps: steps.map(({ id, title, kind }) => ({ id, title, kind })),
    refusals: refusals.map(({ see, ...said }) => ({
      ...said,
      ...(see !== undefined && { href: `#${see}` }),
    })),
    ...(resync !== undefined && { resyncHref: `#faq-${resync}` }),
  };
}

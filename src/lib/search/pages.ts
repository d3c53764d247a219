import { reveal } from './hidden.ts';
import type { Fragment } from './pagefind.ts';
import type { PageKind, ResultKind } from './protocol.ts';

/** Something that a search can lead to. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly kind: ResultKind;
  readonly also: readonly string[];
  readonly body: string;
}

/** A page as the index holds it. */
export interface Page {
  readonly url: string;
  readonly title: string;
  readonly kind: PageKind;
  /** Empty where it is about none. */
  readonly service: string;
  readonly sections: readonly Section[];
}

/** Takes a page of the index apart at its headings; the first section is the page itself. */
export function pageOf(fragment: Fragment): Page {
  const words = fragment.content.split(/\s+/);
  const title = fragment.meta.title ?? fragment.url;
  const starts = [
    { id: '', title, location: 0 },
    ...fragment.anchors.filter((anchor) => anchor.title !== undefined),
  ];
  const service = fragment.filters.service?.[0] ?? 'none';
  return {
    url: fragment.url,
    title,
    kind: (fragment.filters.kind?.[0] ?? 'page') as PageKind,
    service: service === 'none' ? '' : service,
    sections: starts.map((start, index) => ({
      anchor: start.id,
      title: start.title ?? start.id,
      kind: kindOf(start.id),
      ...reveal(words.slice(start.location, starts[index + 1]?.location).join(' ')),
    })),
  };
}

function kindOf(anchor: string): ResultKind {
  if (anchor === '') return 'page';
  if (anchor.startsWith('step-')) return 'step';
  return anchor.startsWith('faq-') ? 'question' : 'section';
}

import { PAGE, readLabel, readPageLabel, type KeptHeading } from './index-copy.ts';
import type { Fragment } from './pagefind.ts';
import type { PageKind, ResultKind } from './protocol.ts';

/** Something that a search can lead to. */
export interface Section extends KeptHeading {
  readonly anchor: string;
  readonly kind: ResultKind;
  /** The concepts and word stems in its headings and its text. */
  readonly names: ReadonlySet<string>;
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
export function pageOf({ url, content, anchors }: Fragment): Page {
  const words = content.split(/\s+/).map((word) => word.replace(/\.$/, ''));
  const page = readPageLabel(anchors[0]?.title ?? '');
  const sections = anchors.map(({ id, title = '', location }, index) => ({
    ...(id === PAGE ? page : readLabel(title)),
    anchor: id === PAGE ? '' : id,
    kind: kindOf(id),
    names: new Set(words.slice(location, anchors[index + 1]?.location)),
  }));
  return { url, title: page.title, kind: page.kind, service: page.service, sections };
}

function kindOf(anchor: string): ResultKind {
  if (anchor === PAGE) return 'page';
  if (anchor.startsWith('step-')) return 'step';
  return anchor.startsWith('faq-') ? 'question' : 'section';
}

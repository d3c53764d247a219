import { getCollection, type CollectionEntry } from 'astro:content';
import { changedAt } from './lib/guides/changed.ts';
import { byName } from './lib/guides/letters.ts';

type Source = CollectionEntry<'guides'> | CollectionEntry<'faq'> | CollectionEntry<'pages'>;

/** Something to read, with its place in the site. */
export interface Reading<Entry extends Source = Source> {
  readonly entry: Entry;
  readonly address: string;
  readonly title: string;
  /** When its file last changed, where that is known. */
  readonly changed: Date | undefined;
  readonly previous?: Neighbor;
  readonly next?: Neighbor;
}

interface Neighbor {
  readonly address: string;
  readonly title: string;
}

interface Library {
  readonly guides: readonly Reading<CollectionEntry<'guides'>>[];
  readonly faq: readonly Reading<CollectionEntry<'faq'>>[];
  readonly pages: readonly Reading<CollectionEntry<'pages'>>[];
}

let once: Promise<Library> | undefined;

/**
 * All that there is to read: guides by service, then questions, then pages, each with its
 * neighbors. Worked out once for the whole build, so that a page costs the same however
 * many there are.
 */
export function library(): Promise<Library> {
  if (import.meta.env.DEV) return collect();
  return (once ??= collect());
}

async function collect(): Promise<Library> {
  const guides = await getCollection('guides');
  const faq = await getCollection('faq');
  const pages = await getCollection('pages');
  const readings = {
    guides: guides
      .toSorted(byName(({ data }) => data.service))
      .map((entry) => reading(entry, `/guides/${entry.id}/`)),
    faq: faq
      // Those about no service come first.
      .toSorted(byName(({ data }) => (data.guide === undefined ? '' : data.topic)))
      .map((entry) => reading(entry, `/faq/${entry.id}/`)),
    pages: pages
      .toSorted(byName(({ data }) => data.title))
      .map((entry) => reading(entry, `/${entry.id}/`)),
  };
  const order = [...readings.guides, ...readings.faq, ...readings.pages];
  order.forEach((each, index) => {
    const [previous, next] = [order[index - 1], order[index + 1]];
    Object.assign(each, previous && { previous }, next && { next });
  });
  return readings;
}

function reading<Entry extends Source>(entry: Entry, address: string): Reading<Entry> {
  const changed = entry.filePath === undefined ? undefined : changedAt(entry.filePath);
  return { entry, address, title: entry.data.title, changed };
}

/** Whether an entry was made up for measuring. */
export function isGenerated({ filePath }: Source): boolean {
  return filePath === undefined;
}

export type GuideReading = Reading<CollectionEntry<'guides'>>;
export type FaqReading = Reading<CollectionEntry<'faq'>>;
export type PageReading = Reading<CollectionEntry<'pages'>>;

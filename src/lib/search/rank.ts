import { likeness } from './concepts.ts';
import type { Page, Section } from './pages.ts';
import type { SearchFilters } from './protocol.ts';
import type { Asked, Query } from './query.ts';
import { readText, type Text } from './text.ts';

/** A section with how well it answers; above 0. */
export interface Ranked {
  readonly page: Page;
  readonly section: Section;
  readonly score: number;
  /** The part of what was asked, by weight, that it speaks of: from 0 to 1. */
  readonly covers: number;
}

/** How much each way of answering is worth. */
const worth = {
  /** One heading, or one other way to put it, that says what was asked and little else. */
  heading: 1,
  /** Saying it in the same words. */
  literal: 0.25,
  /** All headings of the section together. */
  headings: 0.35,
  /** The text. */
  body: 0.2,
  /** Being about the service that was named. */
  service: 0.4,
  /** Being about a service where none was named. */
  otherService: -0.1,
  /** Being a part of a page, and neither a question nor a step. */
  part: -0.1,
} as const;

/** What another way to put it is worth, of what the title itself would be. */
const ALSO = 0.95;

/** The part of a heading's worth that does not depend on what else it says. */
const BARE = 0.55;

/** What a word counts that says little. */
const FAINT = 0.5;

/** The least part of a question, by weight, that an answer must speak of. */
const LEAST = 0.34;

/** The sections that answer a question, best first. */
export function rank(query: Query, pages: readonly Page[], filters: SearchFilters = {}): Ranked[] {
  const candidates = pages.flatMap((page) =>
    page.sections.map((section) => ({ page, section, read: readSection(page, section) })),
  );
  const weigh = rarity(candidates.map(({ section }) => section.names));
  return candidates
    .filter(({ page, section }) => passes(page, section, filters))
    .map(({ page, section, read }) => {
      const { score, covers } = answers(query, read, weigh);
      return { page, section, score: score + context(query, page, section), covers };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function passes(page: Page, section: Section, { service, kind }: SearchFilters): boolean {
  return (
    (service === undefined || page.service === service) &&
    (kind === undefined || section.kind === kind)
  );
}

interface ReadSection {
  readonly headings: readonly Text[];
  /** All that the section says, its headings included. */
  readonly all: Pick<Text, 'set'>;
}

const read = new WeakMap<Section, ReadSection>();

function readSection(page: Page, section: Section): ReadSection {
  const found = read.get(section);
  if (found !== undefined) return found;
  const service = readText(page.service).set;
  const headings = [section.title, ...section.also].map((heading) => {
    const { names, set, stems } = readText(heading);
    // On its own pages, the name of a service tells nothing apart.
    return { names: names.filter((name) => !service.has(name)), set, stems };
  });
  const made = { headings, all: { set: section.names } };
  read.set(section, made);
  return made;
}

type Weigh = (name: string) => number;

/** Weighs a word by how few of the sections have it. */
function rarity(sections: readonly ReadonlySet<string>[]): Weigh {
  const known = new Map<string, number>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const having = sections.filter((set) => set.has(name)).length;
    const weight = having === 0 ? 1.5 : 0.4 + Math.log(1 + sections.length / (having + 1));
    known.set(name, weight);
    return weight;
  };
}

function answers(
  { asked }: Query,
  { headings, all }: ReadSection,
  weigh: Weigh,
): Pick<Ranked, 'score' | 'covers'> {
  const weight = ({ name, faint }: Asked): number => weigh(name) * (faint ? FAINT : 1);
  const total = sum(asked, weight);
  if (total === 0) return { score: 0, covers: 1 };
  const covered = (texts: readonly Pick<Text, 'set'>[]): number =>
    sum(asked, (one) => weight(one) * Math.max(0, ...texts.map((text) => heard(one, text)))) /
    total;
  const anywhere = covered([all]);
  if (anywhere < LEAST) return { score: -Infinity, covers: anywhere };
  const best = Math.max(
    ...headings.map((text, index) => {
      const alone = BARE + (1 - BARE) * asideFrom(asked, text, weigh);
      const said = worth.heading * covered([text]) * alone + worth.literal * literally(asked, text);
      return index === 0 ? said : said * ALSO;
    }),
  );
  const score = best + worth.headings * covered(headings) + worth.body * anywhere;
  return { score, covers: anywhere };
}

/** The part of the words that were typed which a text has as they are. */
function literally(asked: readonly Asked[], text: Text): number {
  const typed = asked.flatMap(({ stems }) => stems);
  return typed.filter((one) => text.stems.has(one) || text.set.has(one)).length / typed.length;
}

/** How much of a heading, by weight, was asked for. */
function asideFrom(asked: readonly Asked[], { names }: Text, weigh: Weigh): number {
  const total = sum(names, weigh);
  const said = sum(
    names,
    (name) => weigh(name) * Math.max(0, ...asked.map((one) => likeness(one.name, name))),
  );
  return total === 0 ? 0 : said / total;
}

/** How well a text speaks of something, from 0 to 1. */
function heard({ name, word, open }: Asked, { set }: Pick<Text, 'set'>): number {
  if (set.has(name)) return 1;
  const nearest = Math.max(0, ...[...set].map((said) => likeness(name, said)));
  if (!open || word.length < 2) return nearest;
  return Math.max(nearest, [...set].some((said) => said.startsWith(word)) ? 0.8 : 0);
}

function context(query: Query, page: Page, section: Section): number {
  const named = query.service;
  // A name alone asks for the guide.
  if (query.asked.length === 0) return section.kind === 'page' && page.service === named ? 1 : -1;
  const part = section.kind === 'section' ? worth.part : 0;
  if (page.service === '') return part;
  if (named === undefined) return part + worth.otherService;
  return page.service === named ? part + worth.service : -Infinity;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

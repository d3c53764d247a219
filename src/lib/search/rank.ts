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
}

/** How much each way of answering is worth. */
const worth = {
  /** One heading, or one other way to put it, that says what was asked and little else. */
  heading: 1,
  /** All headings of the section together. */
  headings: 0.35,
  /** The text. */
  body: 0.3,
  /** Being about the service that was named. */
  service: 0.4,
  /** Being about a service where none was named. */
  otherService: -0.05,
} as const;

/** The part of a heading's worth that does not depend on what else it says. */
const BARE = 0.55;

/** The least part of a question, by weight, that an answer must speak of. */
const LEAST = 0.34;

/** The sections that answer a question, best first. */
export function rank(query: Query, pages: readonly Page[], filters: SearchFilters = {}): Ranked[] {
  const candidates = pages.flatMap((page) =>
    page.sections.map((section) => ({ page, section, read: readSection(section) })),
  );
  const weigh = rarity(candidates.map(({ read }) => read.set));
  return candidates
    .filter(({ page, section }) => passes(page, section, filters))
    .map(({ page, section, read }) => ({
      page,
      section,
      score: answers(query, read, weigh) + context(query, page, section),
    }))
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
  readonly body: Text;
  readonly set: ReadonlySet<string>;
}

const read = new WeakMap<Section, ReadSection>();

function readSection(section: Section): ReadSection {
  const found = read.get(section);
  if (found !== undefined) return found;
  const headings = [section.title, ...section.also].map(readText);
  const body = readText(section.body);
  const set = new Set([...headings.flatMap((text) => [...text.set]), ...body.set]);
  const made = { headings, body, set };
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

function answers({ asked }: Query, { headings, body }: ReadSection, weigh: Weigh): number {
  const total = sum(asked, ({ name }) => weigh(name));
  if (total === 0) return 0;
  const covered = (texts: readonly Text[]): number =>
    sum(asked, (one) => weigh(one.name) * Math.max(0, ...texts.map((text) => heard(one, text)))) /
    total;
  const anywhere = covered([...headings, body]);
  if (anywhere < LEAST) return -Infinity;
  const best = Math.max(
    ...headings.map(
      (text) => covered([text]) * (BARE + (1 - BARE) * asideFrom(asked, text, weigh)),
    ),
  );
  return worth.heading * best + worth.headings * covered(headings) + worth.body * anywhere;
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
function heard({ name, word, open }: Asked, { set }: Text): number {
  if (set.has(name)) return 1;
  const nearest = Math.max(0, ...[...set].map((said) => likeness(name, said)));
  if (!open || word.length < 2) return nearest;
  return Math.max(nearest, [...set].some((said) => said.startsWith(word)) ? 0.8 : 0);
}

function context(query: Query, page: Page, section: Section): number {
  const named = query.service;
  // A name alone asks for the guide.
  if (query.asked.length === 0) return section.kind === 'page' && page.service === named ? 1 : -1;
  if (named === undefined) return page.service === '' ? 0 : worth.otherService;
  if (page.service === named) return worth.service;
  return page.service === '' ? 0 : -Infinity;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

import { likeness, nearTo } from './concepts.ts';
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

/**
 * How much each way of answering is worth. The values were found by trying others, at random,
 * on the questions of the tests and keeping what answered more of them.
 */
const worth = {
  /** One heading, or one other way to put it, that says what was asked and little else. */
  heading: 1,
  /** Saying it in the same words. */
  literal: 0.2,
  /** All headings of the section together. */
  headings: 0.4,
  /** How many of the headings say it: what many of them say is what the section is about. */
  often: 2.6,
  /** The text. */
  body: 0.75,
  /** Being the explanation of a word whose meaning was asked for. */
  meaning: 0.9,
  /** Being about a service where none was named. */
  otherService: -0.35,
} as const;

/** What another way to put it is worth, of what the title itself would be. */
const ALSO = 0.9;

/** The part of a heading's worth that does not depend on what else it says. */
const BARE = 0.15;

/** So many headings have to say something for half of what it is worth to be said often. */
const HALF = 2.1;

/** What a word counts that says little. */
const FAINT = 0.6;

/** What a word counts of which only the beginning is typed. */
const BEGUN = 0.8;

/** So many sections, all about one service, have to have a word that hints at the service. */
const HINT = 3;

/** What a word counts that no section has. */
const RARE = 0.6;

/** What every word counts, beside what counts for being rare. */
const FLAT = 0.8;

/** What the name of a service counts. */
const SERVICE = 2.7;

/** The least part of a question, by weight, that an answer must speak of. */
const LEAST = 0.2;

/** The sections that answer a question, best first. */
export function rank(query: Query, pages: readonly Page[], filters: SearchFilters = {}): Ranked[] {
  const candidates = pages.flatMap((page) => page.sections.map((section) => ({ page, section })));
  const weigh = rarity(candidates.map(({ section }) => section.names));
  const hinted = hintedServices(query, candidates);
  return candidates
    .filter(({ page, section }) => passes(page, section, filters))
    .map(({ page, section }) => {
      const { score, covers } = answers(query, page, section, weigh);
      return { page, section, score: score + context(query, page, section, hinted), covers };
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

type Weigh = (name: string) => number;

/** Weighs a word by how few of the sections have it. */
function rarity(sections: readonly ReadonlySet<string>[]): Weigh {
  const known = new Map<string, number>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const having = sections.filter((set) => set.has(name)).length;
    const weight = having === 0 ? RARE : FLAT + Math.log(1 + sections.length / (having + 1));
    known.set(name, weight);
    return weight;
  };
}

function answers(
  query: Query,
  page: Page,
  section: Section,
  weigh: Weigh,
): Pick<Ranked, 'score' | 'covers'> {
  const { asked, service } = query;
  const weight = ({ name, faint }: Asked): number => weigh(name) * (faint ? FAINT : 1);
  const total = sum(asked, weight);
  if (total === 0) return { score: 0, covers: 1 };
  const part = (value: (one: Asked) => number): number =>
    sum(asked, (one) => weight(one) * value(one)) / total;
  const covers = part((one) => heard(one, section.names));
  if (covers < LEAST) return { score: -Infinity, covers };
  // A page that is about the service need not name it.
  const share = service === undefined ? 0 : SERVICE / (SERVICE + total);
  const named = service !== undefined && isAbout(service, page, section) ? share : 0;
  const withService = (value: number): number => named + (1 - share) * value;
  const own = readText(page.service).set;
  const best = Math.max(
    ...section.headings.map((text, index) => {
      const said = part((one) => heard(one, text.set));
      if (said === 0) return 0;
      const alone = BARE + (1 - BARE) * asideFrom(asked, text, own, weigh);
      const value =
        worth.heading * withService(said) * alone + worth.literal * literally(asked, text);
      return index === 0 ? value : value * ALSO;
    }),
  );
  const headed = part((one) => heard(one, section.headed));
  const often = part((one) => heardOften(one, section.headed));
  const score =
    best +
    worth.headings * withService(headed) +
    worth.often * withService(often) +
    worth.body * withService(covers);
  return { score, covers };
}

/** The part of the words that were typed which a text has as they are. */
function literally(asked: readonly Asked[], text: Text): number {
  const typed = asked.flatMap(({ stems }) => stems);
  return typed.filter((one) => text.stems.has(one) || text.set.has(one)).length / typed.length;
}

/** How much of a heading, by weight, was asked for; on its own pages, a service tells nothing. */
function asideFrom(
  asked: readonly Asked[],
  { names }: Text,
  service: ReadonlySet<string>,
  weigh: Weigh,
): number {
  const telling = names.filter((name) => !service.has(name));
  const total = sum(telling, weigh);
  const said = sum(
    telling,
    (name) => weigh(name) * Math.max(0, ...asked.map((one) => likeness(one.name, name))),
  );
  return total === 0 ? 0 : said / total;
}

type Names = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/** How well a text speaks of something, from 0 to 1. */
function heard({ name, word, open }: Asked, names: Names): number {
  if (names.has(name)) return 1;
  let nearest = 0;
  for (const [said, weight] of nearTo(name)) {
    if (weight > nearest && names.has(said)) nearest = weight;
  }
  if (!open || word.length < 2 || nearest > BEGUN) return nearest;
  return [...names.keys()].some((said) => said.startsWith(word)) ? BEGUN : nearest;
}

/** How much of the headings speak of something, from 0 to 1. */
function heardOften({ name }: Asked, headed: ReadonlyMap<string, number>): number {
  let times = headed.get(name) ?? 0;
  if (times === 0) {
    for (const [said, weight] of nearTo(name)) {
      times = Math.max(times, weight * (headed.get(said) ?? 0));
    }
  }
  return times / (times + HALF);
}

function isAbout(service: string, page: Page, { names }: Section): boolean {
  return page.service === service || readText(service).names.every((name) => names.has(name));
}

function context(query: Query, page: Page, section: Section, hinted: ReadonlySet<string>): number {
  const named = query.service;
  // A name alone asks for the guide.
  if (query.asked.length === 0) return section.kind === 'page' && page.service === named ? 1 : -1;
  if (named !== undefined && page.service !== '' && page.service !== named) return -Infinity;
  const isOther = named === undefined && page.service !== '' && !hinted.has(page.service);
  const other = isOther ? worth.otherService : 0;
  return page.terms && query.meaning ? other + explains(query, section) : other;
}

/** The services that a question is likely about: of those that are there, no other has its word. */
function hintedServices(
  { asked }: Query,
  candidates: readonly { page: Page; section: Section }[],
): Set<string> {
  const hinted = asked.map(({ name, faint }) => {
    const having = candidates.filter(({ section }) => section.headed.has(name));
    const services = new Set(having.map(({ page }) => page.service));
    return faint || having.length < HINT || services.size > 1 ? '' : ([...services][0] ?? '');
  });
  return new Set(hinted.filter((service) => service !== ''));
}

/** What it is worth to explain a word, where its meaning was asked for. */
function explains({ asked }: Query, { kind, headings: [title] }: Section): number {
  if (kind !== 'section' || title === undefined) return 0;
  return (worth.meaning * sum(asked, (one) => heard(one, title.set))) / asked.length;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

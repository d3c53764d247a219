import { declarationsOf } from '../guides/declarations.ts';
import { headings as fixed } from '../guides/headings.ts';
import type { EntryData, FaqData, GuideData, PageData } from '../guides/schema.ts';
import type { IndexedHeading, IndexedPage } from './index-copy.ts';
import { ownTexts } from './own-texts.ts';
import { readText } from './text.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body?: string | undefined;
}

/** All content that people can search. */
export interface Content {
  readonly guides: readonly Entry<GuideData>[];
  readonly faq: readonly Entry<FaqData>[];
  readonly pages: readonly Entry<PageData>[];
}

/** What people look for when they need a step of a kind, in whichever guide. */
const stepWays: Readonly<
  Record<Exclude<GuideData['steps'][number]['kind'], 'codes'>, readonly string[]>
> = {
  prepare: ['what do I need'],
  navigate: [],
  capture: [
    'scan the QR code',
    'QR code does not scan',
    'where is the QR code',
    'screenshot of the QR code',
    'enter the secret key by hand',
  ],
  finish: ['test that it works'],
  repeat: ['next user', 'another user', 'several accounts'],
};

/** What people look for when they have codes and boxes for them. */
function codesWays(boxes: readonly string[]): string[] {
  return boxes.length > 1
    ? ['where do I type the two codes', 'enter both codes']
    : ['where do I type the code', 'enter the code'];
}

/** What the index has to know of each page: its address, its headings, their text. */
export function indexedPages({ guides, faq, pages }: Content): IndexedPage[] {
  const services = new Map(guides.map(({ id, data }) => [id, data.service]));
  return [
    ...guides.map(guidePage),
    ...faq.map((entry): IndexedPage => ({
      url: `/faq/${entry.id}/`,
      kind: 'faq',
      service: services.get(entry.data.guide ?? '') ?? '',
      aliases: [],
      headings: [pageHeading(entry, []), ...headings(entry)],
    })),
    ...pages.map((entry): IndexedPage => ({
      url: `/${entry.id}/`,
      kind: entry.data.terms ? 'terms' : 'page',
      service: services.get(entry.data.guide ?? '') ?? '',
      aliases: [],
      headings: [pageHeading(entry, entry.data.also ?? []), ...headings(entry)],
    })),
  ];
}

function guidePage(entry: Entry<GuideData>): IndexedPage {
  const { service, enrollment, identities } = entry.data;
  const ways = [
    `set up MFA for ${service}`,
    'how to enable MFA',
    `${service} guide`,
    ...identities.map(({ label }) => `set up MFA for ${label}`),
  ];
  return {
    url: `/guides/${entry.id}/`,
    kind: 'guide',
    service,
    aliases: enrollment.issuers.filter((issuer) => issuer !== service),
    headings: [pageHeading(entry, ways), ...headings(entry)],
  };
}

function pageHeading({ data }: Entry<EntryData>, also: readonly string[]): IndexedHeading {
  const needs = 'needs' in data ? data.needs : [];
  return { anchor: '', title: data.title, also, text: [data.summary, ...needs].join(' ') };
}

function headings({ data, body = '' }: Entry<EntryData>): IndexedHeading[] {
  const declarations = declarationsOf(data);
  const texts = ownTexts(body, declarations);
  const boxes = 'enrollment' in data ? data.enrollment.boxes : [];
  const titled: Omit<IndexedHeading, 'text'>[] = [
    { anchor: fixed.quickPath.id, title: fixed.quickPath.title, also: ['short version'] },
    ...data.sections.map(({ id, title, also = [] }) => ({ anchor: id, title, also })),
    ...('steps' in data ? data.steps : []).map(({ id, title, kind, also = [] }) => ({
      anchor: `step-${id}`,
      title,
      also: [
        ...also,
        ...(kind === 'codes' ? codesWays(boxes) : stepWays[kind]),
        ...longLabels(texts.get(`step-${id}`)?.labels ?? [], boxes),
      ],
    })),
    ...('faq' in data ? data.faq : []).map(({ id, title, also = [] }) => ({
      anchor: `faq-${id}`,
      title,
      also,
    })),
  ];
  // A heading without text of its own answers nothing.
  return titled.flatMap((heading) => {
    const own = texts.get(heading.anchor);
    return own === undefined ? [] : [{ ...heading, text: own.text }];
  });
}

/**
 * People look for what they read on a page. A single word, as on a button, tells too
 * little, a name such as “Authenticator app” means but one thing, and the names of the boxes for codes are in more questions than in one.
 */
function longLabels(labels: readonly string[], boxes: readonly string[]): string[] {
  const long = labels.filter((label) => readText(label).names.length > 1 && !boxes.includes(label));
  return [...new Set(long)];
}

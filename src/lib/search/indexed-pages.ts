import type { FaqData, GuideData, PageData } from '../guides/schema.ts';
import type { IndexedHeading, IndexedPage } from './index-copy.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
}

/** All content that people can search. */
export interface Content {
  readonly guides: readonly Entry<GuideData>[];
  readonly faq: readonly Entry<FaqData>[];
  readonly pages: readonly Entry<PageData>[];
}

/** What people look for when they need a step of a kind, in whichever guide. */
const stepWays: Readonly<Record<GuideData['steps'][number]['kind'], readonly string[]>> = {
  prepare: ['what do I need'],
  navigate: [],
  capture: [
    'scan the QR code',
    'QR code does not scan',
    'where is the QR code',
    'screenshot of the QR code',
    'enter the secret key by hand',
  ],
  codes: ['where do I type the code', 'enter the code'],
  finish: ['test that it works'],
  repeat: ['another user', 'several accounts'],
};

/** What the index has to know of each page: its address, its headings, the ways to put them. */
export function indexedPages({ guides, faq, pages }: Content): IndexedPage[] {
  const services = new Map(guides.map(({ id, data }) => [id, data.service]));
  return [
    ...guides.map(({ id, data }) => guidePage(id, data)),
    ...faq.map(({ id, data }): IndexedPage => ({
      url: `/faq/${id}/`,
      kind: 'faq',
      service: services.get(data.guide ?? '') ?? '',
      aliases: [],
      headings: [{ anchor: '', title: data.title, also: [data.topic] }, ...headings(data)],
    })),
    ...pages.map(({ id, data }): IndexedPage => ({
      url: `/${id}/`,
      kind: 'page',
      service: '',
      aliases: [],
      headings: [{ anchor: '', title: data.title, also: [data.summary] }, ...headings(data)],
    })),
  ];
}

function guidePage(id: string, data: GuideData): IndexedPage {
  const { service, title, steps, enrollment } = data;
  return {
    url: `/guides/${id}/`,
    kind: 'guide',
    service,
    aliases: enrollment.issuers.filter((issuer) => issuer !== service),
    headings: [
      { anchor: '', title, also: [`set up MFA for ${service}`, 'how to enable MFA', 'guide'] },
      ...headings(data),
      ...steps.map(({ id: step, title: text, kind }) => ({
        anchor: `step-${step}`,
        title: text,
        also: stepWays[kind],
      })),
    ],
  };
}

function headings({
  sections,
  faq = [],
}: {
  sections: readonly { id: string; title: string }[];
  faq?: readonly { id: string; title: string; also?: string[] | undefined }[];
}): IndexedHeading[] {
  return [
    ...sections.map(({ id, title }) => ({ anchor: id, title, also: [] })),
    ...faq.map(({ id, title, also = [] }) => ({ anchor: `faq-${id}`, title, also })),
  ];
}

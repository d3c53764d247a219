import type { z } from 'astro/zod';
import type { guideSchema } from './schema.ts';

/** A guide as the content keeps it: accepted frontmatter, and the text. */
export interface WrittenGuide {
  readonly id: string;
  readonly data: z.output<typeof guideSchema>;
  readonly body: string;
}

const beginnings = ['Al', 'Bri', 'Cor', 'Del', 'El', 'Fa', 'Gra', 'Hol', 'In', 'Ju', 'Kin', 'Lu'];
const middles = ['ta', 'vo', 'mer', 'no', 'dy', 'si', 'ru', 'bel', 'ko', 'wen'];
const ends = ['bank', 'cloud', 'mail', 'shop', 'desk', 'pay', 'host', 'note'];

/**
 * So many guides to made-up services, for measuring how building, browsing and searching
 * scale: the written guides in turn, each time under another name, so that they are as
 * long and as rich as those are.
 */
export function generatedGuides(
  count: number,
  written: readonly WrittenGuide[],
): (Omit<WrittenGuide, 'data'> & { readonly data: Record<string, unknown> })[] {
  return Array.from({ length: count }, (_, index) => {
    const model = written[index % written.length];
    if (model === undefined) throw new Error('No guide is written that others could be made from.');
    const service = `${nameOf(index)} ${index + 1}`;
    const id = `scale-${index + 1}`;
    const renamed = renaming(model.data.service, service, id);
    const data = renamed(model.data) as typeof model.data;
    const enrollment = { ...data.enrollment, issuers: [service] };
    return {
      id,
      data: { ...data, enrollment, later: ownLater(data) },
      body: renamed(model.body) as string,
    };
  });
}

/** What comes up later as far as the guide itself covers it: a copy has no page of questions. */
function ownLater({ later, sections, faq }: WrittenGuide['data']): Record<string, unknown> {
  const anchors = new Set([...sections.map(({ id }) => id), ...faq.map(({ id }) => `faq-${id}`)]);
  const answers = ['recover', 'move', 'remove'];
  return Object.fromEntries(
    Object.entries(later ?? {}).filter(
      ([key, value]) => !answers.includes(key) || anchors.has(String(value)),
    ),
  );
}

function nameOf(index: number): string {
  const pick = (words: readonly string[], by: number): string =>
    words[Math.floor(index / by) % words.length] ?? '';
  return (
    pick(beginnings, 1) +
    pick(middles, beginnings.length) +
    pick(ends, beginnings.length * middles.length)
  );
}

/** Puts another service into every text of a value, and its host into every address. */
function renaming(from: string, to: string, id: string): (value: unknown) => unknown {
  const name = new RegExp(`\\b${from}\\b`, 'g');
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replace(/https:\/\/[\w.-]+/g, `https://${id}.example`).replace(name, to);
    }
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one)]));
  };
  return renamed;
}

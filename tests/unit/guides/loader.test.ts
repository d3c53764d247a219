import type { Loader, LoaderContext } from 'astro/loaders';
import { describe, expect, it } from 'vitest';
import { generatedGuides } from '../../../src/lib/guides/generated.ts';
import { prose, type GeneratedEntry } from '../../../src/lib/guides/loader.ts';
import { guideSchema } from '../../../src/lib/guides/schema.ts';
import { sampleBody, sampleGuide } from './sample.ts';

interface Kept {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly body?: string;
  readonly rendered?: { html: string };
  readonly deferredRender?: boolean;
}

/** Loads an entry with the given text, and generated ones, through the loader. */
async function load(body: string, generated: readonly GeneratedEntry[] = []): Promise<Kept[]> {
  const kept = new Map<string, Kept>();
  const inner: Loader = {
    name: 'inner',
    load: ({ store }) => {
      const filePath = 'src/content/guides/a.mdx';
      store.set({ id: 'a', data: sampleGuide(), body, filePath, deferredRender: true });
      return Promise.resolve();
    },
  };
  const context = {
    store: { values: () => [...kept.values()], set: (entry: Kept) => kept.set(entry.id, entry) },
    renderMarkdown: (text: string) => Promise.resolve({ html: text.toUpperCase() }),
    parseData: ({ data }: { data: unknown }) => Promise.resolve(guideSchema.parse(data)),
  };
  await prose(inner, generated).load(context as unknown as LoaderContext);
  return [...kept.values()];
}

describe('prose', () => {
  it('renders the prose of an entry and leaves nothing to compile', async () => {
    const [entry] = await load(sampleBody);
    expect(entry?.rendered?.html).toContain('LOOK AT THE PHONE.');
    expect(entry?.rendered?.html).not.toContain('<QUICKPATH>');
    expect(entry?.deferredRender).toBe(false);
  });

  it('fails with the file and every problem in it', async () => {
    await expect(load(sampleBody.replace('id="lost"', 'id="gone"'))).rejects.toThrow(
      /^Text and frontmatter do not fit:\nsrc\/content\/guides\/a\.mdx: `faq` lists lost, .*\nsrc\/content\/guides\/a\.mdx: The text has <Faq id="gone">/,
    );
  });

  it('takes generated guides through the same schema and checks', async () => {
    const entries = await load(sampleBody, generatedGuides(40));
    expect(entries).toHaveLength(41);
    expect(new Set(entries.map(({ data }) => data.service)).size).toBe(41);
    const [broken] = generatedGuides(1);
    if (broken === undefined) throw new Error('no guide was generated');
    await expect(load(sampleBody, [{ ...broken, body: '' }])).rejects.toThrow(
      'scale-1: `sections`',
    );
  });
});

import type { Loader, LoaderContext } from 'astro/loaders';
import { describe, expect, it } from 'vitest';
import { generatedGuides, type WrittenGuide } from '../../../src/lib/guides/generated.ts';
import { prose } from '../../../src/lib/guides/loader.ts';
import { guideSchema } from '../../../src/lib/guides/schema.ts';
import { sampleBody, sampleGuide } from './sample.ts';

interface Kept {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly body?: string;
  readonly rendered?: { html: string };
  readonly deferredRender?: boolean;
}

/** Loads an entry with the given text through the loader. */
async function load(body: string, following?: Parameters<typeof prose>[1]): Promise<Kept[]> {
  const kept = new Map<string, Kept>([['old', { id: 'old', data: sampleGuide() }]]);
  const inner: Loader = {
    name: 'inner',
    load: ({ store }) => {
      const filePath = 'src/content/guides/a.mdx';
      store.set({ id: 'a', data: sampleGuide(), body, filePath, deferredRender: true });
      return Promise.resolve();
    },
  };
  const context = {
    store: {
      values: () => [...kept.values()],
      set: (entry: Kept) => kept.set(entry.id, entry),
      clear: () => {
        kept.clear();
      },
    },
    renderMarkdown: (text: string) => Promise.resolve({ html: text.toUpperCase() }),
    parseData: ({ data }: { data: unknown }) => Promise.resolve(guideSchema.parse(data)),
  };
  await prose(inner, following).load(context as unknown as LoaderContext);
  return [...kept.values()];
}

describe('prose', () => {
  it('renders the prose of an entry and leaves nothing to compile', async () => {
    const [entry] = await load(sampleBody);
    expect(entry?.rendered?.html).toContain('LOOK AT THE PHONE.');
    expect(entry?.rendered?.html).not.toContain('<QUICKPATH>');
    expect(entry?.deferredRender).toBe(false);
  });

  it('takes nothing over from an earlier build', async () => {
    expect((await load(sampleBody)).map(({ id }) => id)).toEqual(['a']);
  });

  it('fails with the file and every problem in it', async () => {
    await expect(load(sampleBody.replace('id="lost"', 'id="gone"'))).rejects.toThrow(
      /^Text and frontmatter do not fit:\nsrc\/content\/guides\/a\.mdx: `faq` lists lost, .*\nsrc\/content\/guides\/a\.mdx: The text has <Faq id="gone">/,
    );
  });

  it('takes generated guides through the same schema and checks', async () => {
    const generate = (written: readonly unknown[]) =>
      generatedGuides(40, written as WrittenGuide[]);
    const entries = await load(sampleBody, { generate });
    expect(entries).toHaveLength(41);
    expect(new Set(entries.map(({ data }) => data.service)).size).toBe(41);
    const broken = (written: readonly unknown[]) =>
      generate(written).map((guide) => ({ ...guide, body: '' }));
    await expect(load(sampleBody, { generate: broken })).rejects.toThrow('scale-1: `sections`');
  });

  it('hears of all entries once they are checked', async () => {
    const heard: string[] = [];
    const loaded = (entries: readonly { id: string }[]) => {
      heard.push(...entries.map(({ id }) => id));
    };
    const generate = (written: readonly unknown[]) => generatedGuides(2, written as WrittenGuide[]);
    await load(sampleBody, { generate, loaded });
    expect(heard).toEqual(['a', 'scale-1', 'scale-2']);
    await expect(load('', { loaded: () => heard.push('late') })).rejects.toThrow('do not fit');
    expect(heard).not.toContain('late');
  });
});

describe('generatedGuides', () => {
  it('writes another service and other addresses into a guide, and nothing else', () => {
    const written = { id: 'a', data: guideSchema.parse(sampleGuide()), body: sampleBody };
    const [made] = generatedGuides(1, [written]);
    const said = JSON.stringify([made?.data, made?.body]);
    expect(said).not.toContain(written.data.service);
    expect(said).toContain('https://scale-1.example');
    expect(guideSchema.parse(made?.data).faq.map(({ id }) => id)).toEqual(
      written.data.faq.map(({ id }) => id),
    );
  });

  it('says so where there is no guide to make others from', () => {
    expect(() => generatedGuides(1, [])).toThrow('No guide is written');
  });
});

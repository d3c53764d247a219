import type { Loader, LoaderContext } from 'astro/loaders';
import { describe, expect, it } from 'vitest';
import { checked } from '../../../src/lib/guides/loader.ts';
import { sampleBody, sampleGuide } from './sample.ts';

/** Loads one entry with the given text through the checked loader. */
async function load(body: string): Promise<void> {
  const entry = { id: 'a', data: sampleGuide(), body, filePath: 'src/content/guides/a.mdx' };
  const inner: Loader = { name: 'inner', load: () => Promise.resolve() };
  const store = { values: () => [entry] };
  await checked(inner).load({ store } as unknown as LoaderContext);
}

describe('checked', () => {
  it('loads entries whose text fits their frontmatter', async () => {
    await expect(load(sampleBody)).resolves.toBeUndefined();
  });

  it('fails with the file and every problem in it', async () => {
    await expect(load(sampleBody.replace('id="lost"', 'id="gone"'))).rejects.toThrow(
      /^Text and frontmatter do not fit:\nsrc\/content\/guides\/a\.mdx: `faq` lists lost, .*\nsrc\/content\/guides\/a\.mdx: The text has <Faq id="gone">/,
    );
  });
});

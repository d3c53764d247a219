import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtSite } from '../../../scripts/built-site.ts';
import { offlinePlan } from '../../../scripts/service-worker.ts';
import type { OfflinePlan } from '../../../src/lib/offline/plan.ts';

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The plan of a site with so many guides, whose texts for search have 2 kB each. */
async function planOf(guides: number): Promise<OfflinePlan> {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-plan-'));
  folders.push(folder);
  const site = builtSite(folder);
  site.write('/_headers', '');
  site.write('/_redirects', '');
  site.write('/_astro/a.js', 'a');
  site.write('/pagefind/words.json', '{}');
  const text = (name: string, url: string, service: string): void => {
    site.write(
      `/pagefind/page/${name}.json`,
      JSON.stringify({ url, service, headings: [['', url.padEnd(2000), '', [], '']] }),
    );
  };
  // By their names they would come last.
  text('z-aws', '/guides/aws-mfa/', 'AWS');
  text('z-faq', '/faq/general/', '');
  for (let guide = 1; guide <= guides; guide += 1)
    text(`guide-${guide}`, `/guides/${guide}/`, `Service ${guide}`);
  return offlinePlan(site);
}

describe('what is kept before anyone asks for it', () => {
  it('is everything on a small site', async () => {
    const { core, later } = await planOf(20);
    expect(core).toHaveProperty(['/pagefind/page/guide-20.json']);
    expect(later).toEqual({});
  });

  it('does not grow with the guides, and holds the texts of the pages that are kept', async () => {
    const [many, more] = [await planOf(300), await planOf(900)];
    expect(Object.keys(more.core).length).toBe(Object.keys(many.core).length);
    expect(Object.keys(more.later).length).toBe(Object.keys(many.later).length + 600);
    for (const name of ['z-aws', 'z-faq'])
      expect(more.core).toHaveProperty([`/pagefind/page/${name}.json`]);
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBudgets, measuring } from '../../../scripts/budgets.ts';
import { builtSite, type BuiltSite } from '../../../scripts/built-site.ts';
import type { ChunkGraph } from '../../../scripts/chunk-graph.ts';

/** Text that hardly compresses. */
const noise = (bytes: number): string => randomBytes(bytes).toString('latin1');

/** What loads with a page, and what follows when it is used. */
const graph: ChunkGraph = new Map([
  ['_astro/page.js', { imports: ['_astro/shared.js'], dynamicImports: ['_astro/late.js'] }],
  ['_astro/shared.js', { imports: [], dynamicImports: [] }],
  ['_astro/late.js', { imports: ['_astro/shared.js'], dynamicImports: [] }],
]);

const page =
  '<link rel="stylesheet" href="/_astro/a.css"><script type="module" src="/_astro/page.js"></script>';

let folder: string;
let site: BuiltSite;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '2faa-budgets-'));
  site = builtSite(folder);
  for (const [file, bytes] of [
    ['a.css', 3000],
    ['page.js', 1000],
    ['shared.js', 2000],
    ['late.js', 4000],
  ] as const)
    site.write(`/_astro/${file}`, Buffer.from(noise(bytes), 'latin1'));
});

afterAll(() => rm(folder, { recursive: true }));

/** What the check says; each file has some bytes more than its content. */
function check(html: string): { told: string[]; error: string } {
  const told: string[] = [];
  const logger = { info: (line: string) => told.push(line) };
  try {
    checkBudgets(new Map([['/a/index.html', measuring(site, graph)(html)]]), logger);
    return { told, error: '' };
  } catch (error) {
    return { told, error: String(error) };
  }
}

describe('the budgets', () => {
  it('count what a page loads once, and what using it loads on top', () => {
    const sizes = measuring(site, graph)(page);
    const about = (bytes: number) => [bytes, bytes + 200] as const;
    for (const [size, [least, most]] of [
      [sizes.css, about(3000)],
      [sizes.site, about(3000)],
      [sizes.used, about(7000)],
    ] as const) {
      expect(size).toBeGreaterThan(least);
      expect(size).toBeLessThan(most);
    }
    expect(sizes.island).toBe(0);
    expect(check(page).error).toBe('');
    expect(check(page).told).toEqual([
      expect.stringMatching(/^a\/index\.html: html 0\.1, css 3\./),
    ]);
  });

  it.each([
    ['html', page + noise(13_000)],
    ['site', `${page}<script>${noise(9000).replaceAll('<', '')}</script>`],
  ])('fail the build where %s is over its limit, and name the page', (name, html) => {
    expect(check(html).error).toContain('Over the size budget (gzip):');
    expect(check(html).error).toMatch(new RegExp(`/a/index\\.html: ${name} is \\d+ bytes`));
  });
});

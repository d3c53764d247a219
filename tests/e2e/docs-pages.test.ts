import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Addresses of every page in the site map. */
async function addresses(page: Page): Promise<string[]> {
  const xml = await (await page.request.get('/sitemap-0.xml')).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: Violation[] }> };
    };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target[0]).join(', ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of the site map has a mistake that axe finds, in ${colorScheme} colors`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    // Pages forbid eval to themselves, so axe comes in past their policy.
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    const page = await context.newPage();
    const pages = await addresses(page);
    expect(pages.length).toBeGreaterThan(10);
    for (const address of pages) {
      await page.goto(address);
      expect(await violations(page), address).toEqual([]);
    }
    await context.close();
  });
}

test('every page reads without JavaScript and breaks no policy', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of await addresses(page)) {
    await page.goto(address);
    await expect(page.locator('h1'), address).toBeVisible();
    // What reader modes take for a heading is the heading alone.
    expect(await page.locator('main').textContent(), address).not.toContain('You are here');
    expect((await page.locator('main').innerText()).length, address).toBeGreaterThan(100);
    // What only a script could make work is not there.
    await expect(page.locator('[data-filter-frame], [data-theme-switch]').first()).toBeHidden();
  }
  await context.close();
});

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of await addresses(page)) {
    await page.goto(address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, address).toBeLessThanOrEqual(0);
  }
});

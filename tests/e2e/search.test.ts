import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const input = (page: Page) => page.getByTestId('search-input');
const results = (page: Page) => page.getByTestId('search-result');
const status = (page: Page) => page.locator('.search-status');

async function ask(page: Page, question: string): Promise<void> {
  await input(page).fill(question);
  await expect(status(page)).toHaveText(/^\d+ results?/);
}

test.describe('the search dialog', () => {
  test('is used by keys alone, from opening it to the answer', async ({ page }) => {
    await page.goto('/guides/aws-mfa/');
    await page.keyboard.press('Control+k');
    await expect(input(page)).toBeFocused();
    await page.keyboard.type('aws two codes');
    await expect(results(page).first()).toHaveAttribute('href', /#faq-two-codes$/);
    await expect(status(page)).toHaveText(/^\d+ results$/);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(results(page).nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(results(page).last()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await expect(input(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/guides\/aws-mfa\/#faq-two-codes$/);
    await expect(page.getByTestId('search-dialog')).toBeHidden();
    await expect(page.locator('#faq-two-codes')).toBeInViewport();
  });

  test('opens with a slash, closes with Escape, and gives the focus back', async ({ page }) => {
    await page.goto('/');
    await page.getByTestId('search-open').focus();
    await page.keyboard.press('/');
    await expect(input(page)).toBeFocused();
    await page.keyboard.type('lost/phone');
    await expect(input(page)).toHaveValue('lost/phone');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('search-dialog')).toBeHidden();
    await expect(page.getByTestId('search-open')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(input(page)).toBeFocused();
  });

  test('opens the first answer even if Enter comes before it is there', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await input(page).fill('root account mandatory');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/guides\/aws-mfa\/#faq-mandatory$/);
  });

  test('loads nothing of search before someone shows an intent', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /pagefind|search-|search\.worker/.test(path))).toEqual([]);
    await page.getByTestId('search-open').hover();
    await expect.poll(() => asked.some((path) => path.includes('search-dialog'))).toBe(true);
    expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
  });

  test('needs at most 100 kB, compressed, for the first answer', async ({ page }) => {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(response.body().then((body) => Math.min(gzip(body), body.byteLength)));
    });
    await page.getByTestId('search-open').click();
    await ask(page, 'how to use mfa with aws cli');
    await page.waitForLoadState('networkidle');
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // With less, the index was not among it.
    expect(total).toBeGreaterThan(80_000);
    expect(total).toBeLessThan(100_000);
    console.log(`The first search loads ${total} bytes`);
  });

  test('says so where nothing is found, and where a word is taken for another', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await input(page).fill('qqqqwwww');
    await expect(status(page)).toContainText('Nothing found for “qqqqwwww”');
    await expect(page.getByRole('link', { name: 'All guides and questions' })).toBeVisible();
    await ask(page, 'amazn lost phone');
    await expect(status(page)).toContainText('Searched for “amazon”, not “amazn”');
    await expect(results(page).first()).toHaveAttribute('href', /faq-lost-root$/);
  });

  test('narrows to a service and to a kind', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await ask(page, 'lost phone');
    await page.getByTestId('search-service').focus();
    await expect(page.getByTestId('search-service').locator('option')).not.toHaveCount(2);
    await page.getByTestId('search-service').selectOption('AWS');
    await expect(results(page).first()).toHaveAttribute('href', /aws/);
    const addresses = await hrefs(page);
    expect(addresses.every((address) => address.includes('aws'))).toBe(true);
    await ask(page, 'qr code');
    await page.getByTestId('search-kind').selectOption('Steps');
    await expect(results(page).first()).toHaveAttribute('href', /#step-scan$/);
    expect((await hrefs(page)).every((address) => address.includes('#step-'))).toBe(true);
    await page.getByTestId('search-service').selectOption('No service');
    await page.getByTestId('search-kind').selectOption('Steps and questions');
    await ask(page, 'lost phone');
    await expect(results(page).first()).toHaveAttribute('href', '/faq/general/#faq-lost-phone');
    expect((await hrefs(page)).some((address) => address.includes('aws'))).toBe(false);
  });

  test.describe(() => {
    test.use({ provoked: /Failed to load resource/ });

    test('says so where the index does not load, and recovers', async ({ page, context }) => {
      await page.goto('/');
      await page.getByTestId('search-open').hover();
      await context.route('**/pagefind/**', (route) => route.abort());
      await page.keyboard.press('/');
      await input(page).fill('lost phone');
      await expect(status(page)).toContainText('Search could not load');
      await context.unroute('**/pagefind/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(results(page).first()).toBeVisible();
      await expect(input(page)).toBeFocused();
    });
  });
});

test.describe('the search page', () => {
  test('shows the same results as the dialog and keeps the question in its address', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await ask(page, 'code not working');
    const inDialog = await hrefs(page);
    await page.goto('/search/?q=code%20not%20working');
    await expect(input(page)).toHaveValue('code not working');
    await expect(results(page).first()).toBeVisible();
    expect(await hrefs(page)).toEqual(inDialog);
    await ask(page, 'mfa cli');
    await expect(page).toHaveURL('/search/?q=mfa+cli');
    await input(page).fill('');
    await expect(page).toHaveURL('/search/');
    await expect(page.locator('[data-search-index]')).toBeVisible();
  });

  test('is an index of guides and questions without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByTestId('search-open').click();
    await expect(page).toHaveURL('/search/');
    await page.getByRole('link', { name: 'Is MFA mandatory on AWS?' }).click();
    await expect(page).toHaveURL(/\/guides\/aws-mfa\/#faq-mandatory$/);
    await context.close();
  });

  test('is offered to the address bar', async ({ page, request }) => {
    await page.goto('/');
    const link = page.locator('link[rel="search"]');
    await expect(link).toHaveAttribute('type', 'application/opensearchdescription+xml');
    const description = await request.get((await link.getAttribute('href')) ?? '');
    expect(await description.text()).toMatch(
      /template="https:\/\/[^"]+\/search\/\?q=\{searchTerms\}"/,
    );
  });
});

test('only the worker that searches may run WebAssembly', async ({ page }) => {
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.goto('/search/?q=lost%20phone'),
  ]);
  const policy = async (url: string): Promise<string> =>
    (await page.request.get(url)).headers()['content-security-policy'] ?? '';
  expect(await policy(worker.url())).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(await policy(worker.url())).toContain("default-src 'none'");
  expect(await policy('/search/')).not.toContain('wasm');
  const html = await (await page.request.get('/search/')).text();
  expect(html).not.toContain('wasm-unsafe-eval');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no mistake in search, in ${colorScheme} colors`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByTestId('search-open').click();
    await ask(page, 'lost phone');
    expect(await violations(page)).toEqual([]);
    await page.goto('/search/?q=lost%20phone');
    await expect(results(page).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; help: string }[] }> };
    };
    return (await axe.run()).violations.map(({ id, help }) => `${id}: ${help}`);
  });
}

function hrefs(page: Page): Promise<string[]> {
  return results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

function gzip(body: Buffer): number {
  return gzipSync(body, { level: 9 }).byteLength;
}

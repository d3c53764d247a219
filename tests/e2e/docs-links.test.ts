import { repositoryLinks } from '../../src/lib/guides/repository.ts';
import { expect, test } from './support/test.ts';

test('an old address leads to the new one, with query and fragment', async ({ page }) => {
  await page.goto('/guides/aws?identity=root#step-scan');
  expect(new URL(page.url()).pathname).toBe('/guides/aws-mfa/');
  expect(new URL(page.url()).search).toBe('?identity=root');
  expect(new URL(page.url()).hash).toBe('#step-scan');
});

test('an address without its last slash leads to the page', async ({ request }) => {
  const answer = await request.get('/guides/aws-mfa?identity=iam', { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers().location).toBe('/guides/aws-mfa/?identity=iam');
  expect(answer.headers()['x-frame-options']).toBe('DENY');
});

test('a link to a step opens the companion there, for the identity it names', async ({ page }) => {
  await page.goto('/guides/aws-mfa/?identity=root#step-codes');
  await expect(page.getByTestId('enroll')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('#step-codes')).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('input[name=identity][value=root]')).toBeChecked();
  await page.goto('/guides/aws-mfa/?identity=iam');
  await expect(page.getByTestId('enroll')).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('input[name=identity][value=iam]')).toBeChecked();
  await expect(page.locator('input[name=identity-name]')).toBeVisible();
});

test('a question that moved to another page is still found in the guide', async ({ page }) => {
  await page.goto('/guides/aws-mfa/#faq-see-again');
  await page.locator('#faq-see-again a').click();
  await expect(page.locator('#faq-see-again')).toContainText('assign a new one');
  expect(new URL(page.url()).pathname).toBe('/faq/aws/');
});

test('each step and question has a button that copies its public address', async ({ browser }) => {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('/guides/aws-mfa/');
  const button = page.locator('#step-scan > .copy-link');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveText('Copied');
  await expect(button).toHaveAttribute('aria-live', 'polite');
  await expect(button).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^https:\/\/[^/]+\/guides\/aws-mfa\/#step-scan$/);
  for (const part of await page.locator('.step, .faq').all()) {
    await expect(part.locator('> .copy-link')).toHaveCount(1);
  }
  // The name that comes back is not told, the answer was.
  await expect(button).toHaveText(/^Copy link/);
  await expect(button).toHaveAttribute('aria-live', 'off');
  await expect(button).toBeFocused();
  await context.close();
});

test('the snippets to link a page follow the part that is chosen', async ({ page }) => {
  await page.goto('/guides/aws-mfa/');
  // The companion's styles are for its own codes, not for those in the text.
  const code = page.locator('.prose pre').first();
  expect(parseFloat(await code.evaluate((it) => getComputedStyle(it).fontSize))).toBeLessThan(17);
  await page.getByText('Link this page').click();
  const markdown = page.locator('[data-snippet=markdown]');
  await expect(markdown).toHaveText(/^\[Turn on MFA \(2FA\) for AWS\]\(https:.*\/aws-mfa\/\)$/);
  await page.getByLabel('Part of the page').selectOption('#faq-lost-root');
  await expect(markdown).toHaveText(/\/guides\/aws-mfa\/#faq-lost-root\)$/);
});

test('a report of a mistake names the step that the reader is at', async ({ page }) => {
  const { report } =
    repositoryLinks(
      'src/content/guides/aws-mfa.mdx',
      { title: 'AWS', url: 'https://2faa.example/guides/aws-mfa/' },
      'https://git.example/owner/2faa',
    ) ?? {};
  // The site of the tests has no repository.
  await page.route('/guides/aws-mfa/', async (route) => {
    const html = await (await route.fetch()).text();
    const link = `<a href="${report?.replaceAll('&', '&amp;')}" data-report="https://2faa.example/guides/aws-mfa/">Report</a>`;
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace('<footer class="page-foot"', `${link}$&`),
    });
  });
  await page.goto('/guides/aws-mfa/');
  expect(await page.locator('[data-report]').getAttribute('href')).toBe(report);
  for (const id of ['open-credentials', 'assign-device']) {
    await page.getByTestId('step-next').click();
    await page.locator('[data-report]').focus();
    const href = await page.locator('[data-report]').getAttribute('href');
    expect(new URL(href ?? '').searchParams.get('body')).toMatch(
      new RegExp(`^Page: https://2faa.example/guides/aws-mfa/#step-${id}\\n\\nWhat is wrong:`),
    );
  }
});

test('the list of questions is filtered as one types, and says how many are left', async ({
  page,
}) => {
  await page.goto('/faq/');
  const filter = page.getByLabel('Find a question');
  const left = page.locator('[data-item]:visible');
  await filter.fill('how do i move to a new phone');
  await expect(page.getByRole('status')).toHaveText(/^\d+ match(es)?$/);
  await expect(left.filter({ hasText: 'How do I move to a new phone?' })).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${await left.count()} match`));
  // The title has none of these words: one is another way to put it, the other stands in the answer.
  for (const [text, title] of [
    ['grace period', 'How long can I postpone MFA for the root user?'],
    ['portal', 'How does it work with IAM Identity Center?'],
  ] as const) {
    await filter.fill(text);
    await expect(left.filter({ hasText: title })).toHaveCount(1);
    expect(await left.count()).toBeLessThan(10);
  }
  await filter.fill('zzz');
  await expect(page.getByText('Nothing here matches')).toBeVisible();
});

test('a chosen theme is there before anything is painted, and stays', async ({ page }) => {
  await page.goto('/faq/');
  await page.getByLabel('Colors').selectOption('dark');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.goto('/glossary/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.waitForLoadState();
  expect(await ground()).toBe(dark);
  await page.getByLabel('Colors').selectOption('');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

test.describe(() => {
  test.use({ provoked: /status of 404/ });

  test('the page that is not there searches for what the address says', async ({ page }) => {
    const answer = await page.goto('/guides/aws-lost-phone/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByLabel('Search for it')).toHaveValue('aws lost phone');
    await page.getByLabel('Search for it').press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=aws(\+|%20)lost(\+|%20)phone$/);
  });
});

test('the table of contents marks the section being read', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/guides/aws-mfa/#faq-lost-root');
  await expect(page.locator('.contents [aria-current]')).toHaveText('Lost device');
});

import type { Page } from 'playwright/test';
import { GUIDE } from './support/companion.ts';
import { expect, test } from './support/test.ts';

test.use({ javaScriptEnabled: false });

/** No button, field or other control can be seen: without scripts none would work. */
async function expectNoControls(page: Page): Promise<void> {
  const controls = page.locator('button, input, select, textarea, [role="button"]');
  for (const control of await controls.all()) await expect(control).toBeHidden();
}

test('the whole guide reads, and says what the companion would do', async ({ page }) => {
  await page.goto(GUIDE);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const steps = await page.locator('main li[id^="step-"]').all();
  expect(steps.length).toBeGreaterThanOrEqual(5);
  for (const step of steps) {
    await expect(step.getByRole('heading')).toBeVisible();
    await expect(step.locator('p').first()).toBeVisible();
  }
  const questions = await page.locator('[id^="faq-"]').all();
  expect(questions.length).toBeGreaterThanOrEqual(10);
  for (const question of questions) await expect(question).toBeVisible();
  const answers = await page.locator('section[id^="faq-"]').all();
  expect(answers.length).toBeGreaterThanOrEqual(5);
  for (const answer of answers) await expect(answer.locator('p, li').first()).toBeVisible();
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: /docs|AWS,/ })
      .last(),
  ).toBeVisible();
  const place = page.locator('#companion');
  const instead = place.locator('p').filter({ hasText: 'JavaScript' });
  await expect(instead).toBeVisible();
  await expect(instead).toContainText('QR code');
  await expectNoControls(page);
});

test('a link to a step leads there', async ({ page }) => {
  await page.goto(`${GUIDE}#step-codes`);
  await expect(page.locator('#step-codes')).toBeInViewport();
});

test('the authenticator says what it needs and shows no dead controls', async ({ page }) => {
  await page.goto('/app/');
  await expect(
    page
      .locator('main')
      .getByText(/JavaScript/)
      .first(),
  ).toBeVisible();
  await expectNoControls(page);
  await expect(page.getByText(/opening/i)).toBeHidden();
  for (const name of ['All guides', /backup/, 'Host it yourself']) {
    await expect(page.locator('main').getByRole('link', { name })).toBeVisible();
  }
});

test.describe('where the scripts do not arrive', () => {
  test.use({ javaScriptEnabled: true });

  test('the authenticator says what it is and where else to go', async ({ page }) => {
    await page.route('**/*.js', () => undefined);
    await page.goto('/app/', { waitUntil: 'commit' });
    const main = page.locator('main');
    await expect(main.getByRole('status')).toHaveText(/opening/i);
    await expect(main.getByText(/made on this device/)).toBeVisible();
    await expect(main.getByRole('link', { name: 'All guides' })).toBeVisible();
  });
});

test('the other pages read without scripts', async ({ page }) => {
  for (const address of ['/', '/guides/', '/privacy/']) {
    await page.goto(address);
    await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoControls(page);
  }
});

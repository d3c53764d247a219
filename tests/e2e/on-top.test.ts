import { passing, someStep, stopClock } from './support/clock.ts';
import { captureFile, expectCodes, openGuide, readCodes } from './support/companion.ts';
import { expect, test } from './support/test.ts';
import type { Page } from 'playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  const offered = await page.evaluate(() => 'documentPictureInPicture' in window);
  test.skip(!offered, 'This browser has no Document Picture-in-Picture.');
});

async function openOnTop(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByTestId('codes-on-top').click();
  return opened;
}

async function digits(view: Page): Promise<string[]> {
  const texts = await view.locator('[data-testid^="top-code-"]').allTextContents();
  return texts.map((text) => text.replace(/\s/g, ''));
}

test('the window on top shows the pair, with our styles, and closes again', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await expectCodes(page, key);
  await expect(page.getByTestId('pair')).toBeVisible({ timeout: 10_000 });
  const view = await openOnTop(page);
  const { shown } = await readCodes(page);
  await expect.poll(() => digits(view)).toEqual([shown['pair-code-1'], shown['pair-code-2']]);
  await expect(view.locator('body')).toContainText('MFA code 1');
  const size = await view
    .getByTestId('top-code-1')
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(32);
  const closed = view.waitForEvent('close');
  await page.getByTestId('codes-on-top').click();
  await closed;
  await expect(page.getByTestId('codes-on-top')).toHaveAttribute('aria-pressed', 'false');
});

test('the window on top goes when the enrollment ends, and can be closed by itself', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await expect(page.getByTestId('pair')).toBeVisible({ timeout: 10_000 });
  const first = await openOnTop(page);
  await first.close();
  await expect(page.getByTestId('codes-on-top')).toHaveAttribute('aria-pressed', 'false');
  const second = await openOnTop(page);
  const closed = second.waitForEvent('close');
  await page.getByTestId('enroll-accepted').click();
  await closed;
});

test('the window on top moves on with the time', async ({ page, key }) => {
  const start = someStep();
  await page.clock.install({ time: start + 2_000 });
  await openGuide(page);
  await captureFile(page, key);
  await expect(page.getByTestId('pair')).toBeVisible();
  const view = await openOnTop(page);
  await expect.poll(() => digits(view)).toEqual([key.codeAt(start), key.codeAt(start, 1)]);
  await stopClock(page, start + 59_000);
  await passing(page, async () => {
    expect(await digits(view)).toEqual([key.codeAt(start), key.codeAt(start, 1)]);
  });
  await page.clock.runFor(1_000);
  await passing(page, async () => {
    expect(await digits(view)).toEqual([key.codeAt(start, 2), key.codeAt(start, 3)]);
  });
});

import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/test.ts';

/** Presses Tab until the target has the focus, and sees at every stop that the focus shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await hiddenFocus(page)).toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The Tab key does not lead there.');
}

/** What has the focus, if nobody could see that it has. */
function hiddenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    // Past the last stop the browser itself has it.
    if (focused === null || focused === document.body) return undefined;
    const { outlineStyle, outlineWidth, opacity, visibility } = getComputedStyle(focused);
    const { left, right, top, bottom, width } = focused.getBoundingClientRect();
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const onScreen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && width > 0;
    const shown = opacity !== '0' && visibility === 'visible';
    return ring && onScreen && shown ? undefined : focused.outerHTML.slice(0, 200);
  });
}

test('search, a result, the copied link of a step and back, by keys alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await tabTo(page, page.getByTestId('search-open'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('search-input')).toBeFocused();
  await page.keyboard.type('where do i type the two codes');
  await expect(page.getByTestId('search-result').first()).toHaveAttribute('href', /#step-codes$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('search-result').first()).toBeFocused();
  expect(await hiddenFocus(page)).toBeUndefined();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/guides\/aws-mfa\/#step-codes$/);
  await expect(page.locator('#step-codes')).toBeInViewport();
  // The browser goes on from the anchor: the next stops are in the step.
  const copy = page.locator('#step-codes > .copy-link');
  await tabTo(page, copy);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/guides\/aws-mfa\/#step-codes$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test('the colors and the list of questions, by keys alone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/faq/');
  await tabTo(page, page.locator('[data-filter]'));
  await page.keyboard.type('phone');
  const questions = page.locator('.questions li > a:visible');
  await expect(questions).not.toHaveCount(0);
  const left = await questions.count();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => questions.count()).toBeGreaterThan(left);
  await page.keyboard.type('lost my phone');
  await tabTo(page, questions.first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#faq-/);
  const answer = page.url();
  await tabTo(page, page.locator('[data-theme-switch]'));
  await page.keyboard.type('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(page.url()).toBe(answer);
  await page.goBack();
  await expect(page).toHaveURL(/\/faq\/$/);
});

test('the links to headings stay on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/guides/aws-mfa/');
  const cut = await page
    .locator('.permalink')
    .evaluateAll((links) =>
      links
        .filter((link) => link.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((link) => link.getAttribute('href')),
    );
  expect(cut).toEqual([]);
});

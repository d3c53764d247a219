import {
  captureFile,
  companion,
  expectCodes,
  expectState,
  openGuide,
} from './support/companion.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Whether the first stands above the second on the page. */
async function isAbove(first: string, second: string, page: Parameters<typeof companion>[0]) {
  const top = async (selector: string): Promise<number> =>
    (await page.locator(selector).first().boundingBox())?.y ?? NaN;
  return (await top(first)) < (await top(second));
}

test('the companion stands under the step that the person is at', async ({ page, key }) => {
  await openGuide(page);
  for (const id of ['check-recovery', 'open-credentials']) {
    const step = page.locator(`#step-${id}`);
    await expect(step).toHaveAttribute('aria-current', 'step');
    await expect(step.getByTestId('enroll')).toBeVisible();
    await page.getByTestId('step-next').tap();
  }
  await captureFile(page, key);
  await expect(page.locator('#step-codes').getByTestId('enroll')).toBeVisible();
  await expectCodes(page, key);
  await page.getByTestId('enroll-accepted').tap();
  await expectState(page, 'done');
  await expect(page.locator('#step-second-device').getByTestId('enroll')).toBeVisible();
});

test('on a phone the camera and pictures come first, and the screen is not offered', async ({
  page,
}) => {
  await openGuide(page);
  expect(
    await isAbove(
      '[data-testid="capture-camera"]',
      'label:has([data-testid="capture-file"])',
      page,
    ),
  ).toBe(true);
  expect(
    await isAbove('label:has([data-testid="capture-file"])', '[data-testid="capture-key"]', page),
  ).toBe(true);
  await expect(page.getByTestId('capture-screen')).toHaveCount(0);
});

test('a slim bar keeps the code in reach while the companion is out of view', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  const bar = page.getByTestId('bar-code');
  await expect(bar).toBeHidden();
  await page.locator('#faq-access-keys').scrollIntoViewIfNeeded();
  await expect(bar).toBeInViewport();
  await expect(async () => {
    const { now, shown } = await bar.evaluate((element) => ({
      now: Date.now(),
      shown: element.textContent.replace(/\s/g, ''),
    }));
    expect(shown).toBe(key.codeAt(now));
  }).toPass();
  // What the focus comes to under the bar is brought out from under it.
  const next = page.locator('#faq-two-codes > .copy-link');
  await page.locator('#faq-mandatory > .copy-link').evaluate((button) => {
    button.focus({ preventScroll: true });
  });
  await next.evaluate((button) => {
    scrollBy(0, button.getBoundingClientRect().bottom + 10 - innerHeight);
  });
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  const covers = await bar.evaluate(
    (code) => code.closest('.codes-bar')?.getBoundingClientRect().top,
  );
  const bottom = await next.evaluate((button) => button.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(covers ?? 0);
  await companion(page).scrollIntoViewIfNeeded();
  await expect(bar).toBeHidden();
});

test('what is typed survives when the window becomes wide', async ({ page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-key').tap();
  await page.getByTestId('key-input').fill(key.base32);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('[data-companion-home]').getByTestId('enroll')).toBeVisible();
  await expect(page.getByTestId('key-input')).toHaveValue(key.base32);
  await expect(page.getByTestId('key-input')).toBeFocused();
});

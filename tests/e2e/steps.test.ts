import type { Locator, Page } from 'playwright/test';
import { captureFile, companion, expectState, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

/** The guide's steps in the text. */
function steps(page: Page): Locator {
  return page.locator('main li[id^="step-"]');
}

/** The one step that the text marks as current. */
async function expectCurrent(page: Page, id: string): Promise<void> {
  await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
  await expect(page.locator('[aria-current="step"]')).toHaveId(`step-${id}`);
  const title = await page.locator(`#step-${id} h3`).textContent();
  expect(title).toContain((await page.getByTestId('step-current').textContent())?.trim());
}

function doneButton(page: Page, id: string): Locator {
  return page.locator(`#step-${id}`).getByRole('button', { name: 'Done' });
}

async function expectDone(page: Page, ids: string[]): Promise<void> {
  const pressed = page.locator('main li[id^="step-"]:has(button[aria-pressed="true"])');
  await expect
    .poll(() => pressed.evaluateAll((items) => items.map(({ id }) => id.replace('step-', ''))))
    .toEqual(ids);
}

test('Next and Back walk through every step and mark it in the text', async ({ page }) => {
  await openGuide(page);
  const ids = await steps(page).evaluateAll((items) => items.map(({ id }) => id.slice(5)));
  expect(ids.length).toBeGreaterThanOrEqual(5);
  expect(ids.length).toBeLessThanOrEqual(7);
  await expect(page.getByTestId('step-back')).toBeDisabled();
  for (const id of ids.slice(1)) {
    await page.getByTestId('step-next').click();
    await expectCurrent(page, id);
    await expect(page).toHaveURL(new RegExp(`#step-${id}$`));
  }
  await expect(page.getByTestId('step-next')).toBeDisabled();
  for (const id of ids.slice(0, -1).reverse()) {
    await page.getByTestId('step-back').click();
    await expectCurrent(page, id);
  }
});

test('a step that is passed with Next is done, and that can be undone', async ({ page }) => {
  await openGuide(page);
  await expectDone(page, []);
  await page.getByTestId('step-next').click();
  await page.getByTestId('step-next').click();
  await expectDone(page, ['check-recovery', 'open-credentials']);
  await doneButton(page, 'check-recovery').click();
  await expectDone(page, ['open-credentials']);
  await doneButton(page, 'check-recovery').click();
  await expectDone(page, ['check-recovery', 'open-credentials']);
  await expectCurrent(page, 'assign-device');
});

test('capture advances to the codes and acceptance past them', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await expectCurrent(page, 'codes');
  await expect(doneButton(page, 'scan')).toHaveAttribute('aria-pressed', 'true');
  await expect(doneButton(page, 'codes')).toHaveAttribute('aria-pressed', 'false');
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await expectCurrent(page, 'second-device');
  await expect(doneButton(page, 'codes')).toHaveAttribute('aria-pressed', 'true');
});

test('a link to a step opens the companion there, and the text in view', async ({ page }) => {
  await openGuide(page, '#step-scan');
  await expectCurrent(page, 'scan');
  await expect(page.locator('#step-scan')).toBeInViewport();
  await expectState(page, 'ready');
});

test('the companion follows a link to another step', async ({ page }) => {
  await openGuide(page);
  await page.evaluate(() => {
    location.hash = '#step-assign-device';
  });
  await expectCurrent(page, 'assign-device');
  await page.goBack();
  await page.locator('main a[href="#step-codes"]').first().click();
  await expectCurrent(page, 'codes');
});

test('scrolling does not change the step', async ({ page }) => {
  await openGuide(page);
  await page.getByTestId('step-next').click();
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expectCurrent(page, 'open-credentials');
});

test('an unknown step in the address changes nothing', async ({ page }) => {
  await openGuide(page, '#step-nowhere');
  await expectCurrent(page, 'check-recovery');
  await expect(companion(page)).toBeVisible();
});

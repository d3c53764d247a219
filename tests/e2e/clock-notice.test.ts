import type { Page } from 'playwright/test';
import { captureFile, openGuide, readCodes } from './support/companion.ts';
import { expect, test } from './support/test.ts';

/** How far the device's clock is ahead, in milliseconds. */
const AHEAD = 95_000;

async function setClockAhead(page: Page): Promise<void> {
  await page.addInitScript((ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
  }, AHEAD);
}

test('a clock that is off is told beside the codes, and corrected only when asked', async ({
  page,
  key,
  context,
}) => {
  await setClockAhead(page);
  await openGuide(page);
  await captureFile(page, key);
  const notice = page.getByTestId('clock-notice');
  await expect(notice).toContainText(/clock is 9[45] s ahead of/);
  const shown = async () => (await readCodes(page)).shown['code-current'];
  const expected = (now: number) => [key.codeAt(now, -1), key.codeAt(now)];
  expect(expected(Date.now() + AHEAD)).toContain(await shown());
  await page.getByTestId('clock-correct').click();
  await expect(notice).toContainText('Codes are made by our server’s time');
  await expect.poll(async () => expected(Date.now()).includes((await shown()) ?? '')).toBe(true);

  // Remembered where the server cannot be asked.
  await context.route('**/robots.txt', (route) => route.fulfill({ body: '' }));
  await page.goto('/app/');
  await expect(notice).toContainText('Codes are made by our server’s time');
  await expect
    .poll(async () => {
      const code = await page.getByTestId('entry-code').first().textContent();
      return expected(Date.now()).includes((code ?? '').replace(/\s/g, ''));
    })
    .toBe(true);
  await page.getByTestId('clock-correct').click();
  await expect(notice).toContainText(/clock is 9[45] s ahead of/);
});

test('a clock that is right is not spoken of', async ({ page, key }) => {
  await openGuide(page);
  const compared = page.waitForResponse('**/robots.txt');
  await captureFile(page, key);
  await compared;
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('clock')))
    .toContain('"corrects":false');
  await expect(page.getByTestId('clock-notice')).toHaveCount(0);
});

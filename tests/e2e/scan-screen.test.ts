import { withBrowser } from './support/browser.ts';
import { expectCaptured, expectState, openGuide } from './support/companion.ts';
import { readFromCanvas } from './support/qr-canvas.ts';
import { qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';

/** The browser's chooser is answered with the tab of this title. */
const CHOSEN = ['--auto-select-tab-capture-source-by-title=The console'];

test('what was taken of the screen is shown: the code alone', async ({
  launchOptions,
  baseURL,
  key,
}) => {
  await withBrowser({ launchOptions, baseURL }, CHOSEN, async (context) => {
    const other = await context.newPage();
    const source = `data:image/png;base64,${qrPicture(key).buffer.toString('base64')}`;
    await other.setContent(
      `<title>The console</title><h1>Set up device</h1><img src="${source}" style="margin: 60px 200px">`,
    );
    const page = await context.newPage();
    await openGuide(page);
    await page.getByTestId('capture-screen').click();
    await expectCaptured(page, key);
    const taken = page.getByTestId('capture-taken');
    await expect(taken).toBeVisible();
    expect(await readFromCanvas(taken.locator('canvas'))).toBe(key.link);
    // It shows a secret, and goes when the person goes on.
    await page.getByTestId('enroll-accepted').click();
    await expect(taken).toHaveCount(0);
  });
});

test('a wrong window is shown whole, with what to do', async ({ launchOptions, baseURL }) => {
  await withBrowser({ launchOptions, baseURL }, CHOSEN, async (context) => {
    const other = await context.newPage();
    await other.setContent('<title>The console</title><h1>Nothing to scan</h1>');
    const page = await context.newPage();
    await openGuide(page);
    await page.getByTestId('capture-screen').click();
    await expect(page.getByTestId('capture-error')).toContainText('No QR code');
    await expect(page.getByTestId('capture-taken')).toBeVisible();
    await expectState(page, 'ready');
  });
});

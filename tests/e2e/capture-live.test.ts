import { writeFile } from 'node:fs/promises';
import { drawQr, placeOn, WHITE } from '../helpers/qr-picture.ts';
import { expectStored } from './support/app.ts';
import { withBrowser } from './support/browser.ts';
import { expectCaptured, expectCodes, expectState, openGuide } from './support/companion.ts';
import { qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { stillVideo } from './support/video.ts';

test('the camera reads the code that is held before it', async ({
  launchOptions,
  baseURL,
  key,
}, testInfo) => {
  const picture = drawQr(key.link, { moduleSize: 6 });
  const [x, y] = [(640 - picture.width) >> 1, (480 - picture.height) >> 1];
  const video = testInfo.outputPath('camera.y4m');
  const seen = placeOn(picture, { width: 640, height: 480, x, y, color: WHITE });
  await writeFile(video, stillVideo(seen));
  const switches = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ];
  await withBrowser({ launchOptions, baseURL }, switches, async (context) => {
    const page = await context.newPage();
    await openGuide(page);
    await page.getByTestId('capture-camera').click();
    await expectCaptured(page, key);
    await expectCodes(page, key);
    // The camera is off again: its picture is gone from the page.
    await expect(page.locator('video')).toHaveCount(0);
    await expectStored(page, key);
  });
});

test('a camera that is refused says what to do and leaves the other ways usable', async ({
  page,
}) => {
  // Headless browsers answer the question for a camera with no.
  await openGuide(page);
  await page.getByTestId('capture-camera').click();
  await expect(page.getByTestId('capture-error')).toHaveRole('alert');
  await expectState(page, 'ready');
  await expect(page.getByTestId('capture-key')).toBeEnabled();
});

test('screen capture reads the code in another tab', async ({ launchOptions, baseURL, key }) => {
  // The browser's chooser is answered with the tab of this title.
  const switches = ['--auto-select-tab-capture-source-by-title=The console'];
  await withBrowser({ launchOptions, baseURL }, switches, async (context) => {
    const console = await context.newPage();
    const source = `data:image/png;base64,${qrPicture(key).buffer.toString('base64')}`;
    await console.setContent(`<title>The console</title><img src="${source}">`);
    const page = await context.newPage();
    await openGuide(page);
    await page.getByTestId('capture-screen').click();
    await expectCaptured(page, key);
    await expectCodes(page, key);
    await expectStored(page, key);
  });
});

test('closing the chooser of windows is no failure', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await openGuide(page);
  const button = page.getByTestId('capture-screen');
  await button.click();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await expectState(page, 'ready');
  await expect(page.getByTestId('capture-error')).toHaveCount(0);
});

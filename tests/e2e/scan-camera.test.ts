import { readFile, writeFile } from 'node:fs/promises';
import type { BrowserContext, Page, TestInfo } from 'playwright/test';
import { blur, noise, shade, toPixels, type Gray } from '../bench/scan/gray.ts';
import { slanted, view } from '../bench/scan/view.ts';
import { seededRandom } from '../helpers/random.ts';
import { withBrowser } from './support/browser.ts';
import { openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';
import { stillVideo } from './support/video.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a camera sees of a code whose modules have this many pixels. */
function frameOf(link: string, moduleSize: number, deviation: number, brightness = 1): Gray {
  const gaze = slanted(moduleSize, [640, 480], 0.001, 0.001, 5);
  const seen = view(link, { width: 1280, height: 960, dark: 45, light: 205, around: 120, gaze });
  const dim = shade(blur(seen, deviation), (light) => light * brightness);
  return noise(dim, 6, seededRandom(3));
}

/** Switches of a browser whose only camera shows this picture without end. */
async function cameraShowing(frame: Gray, testInfo: TestInfo): Promise<string[]> {
  const video = testInfo.outputPath('camera.y4m');
  await writeFile(video, stillVideo(toPixels(frame)));
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  ];
}

async function openCamera(context: BrowserContext, size?: Size): Promise<Page> {
  const page = await context.newPage();
  // How many frames the reader was handed, and whether any camera is still on.
  await page.addInitScript((wanted) => {
    const counted = globalThis as unknown as { frames: number; tracks: MediaStreamTrack[] };
    counted.frames = 0;
    counted.tracks = [];
    const worker = Worker.prototype as unknown as {
      postMessage: (this: Worker, ...message: unknown[]) => void;
    };
    const { postMessage } = worker;
    worker.postMessage = function (...message) {
      if (message[0] !== 'warm-up') counted.frames += 1;
      postMessage.apply(this, message);
    };
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(wanted === null ? constraints : { video: wanted });
      counted.tracks.push(...stream.getTracks());
      return stream;
    };
  }, size ?? null);
  await openGuide(page);
  await page.getByTestId('capture-camera').click();
  return page;
}

const framesRead = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
const camerasOn = (page: Page) =>
  page.evaluate(
    () =>
      (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
        ({ readyState }) => readyState === 'live',
      ).length,
  );

for (const [trouble, moduleSize, deviation, brightness] of [
  ['dark', 8, 1, 0.1],
  ['far', 3, 0.6, 1],
  ['blurred', 8, 5, 1],
] as const) {
  test(`the camera’s view says after a few seconds that it is ${trouble}`, async ({
    launchOptions,
    baseURL,
    key,
  }, testInfo) => {
    const frame = frameOf(key.link, moduleSize, deviation, brightness);
    await withBrowser(
      { launchOptions, baseURL },
      await cameraShowing(frame, testInfo),
      async (context) => {
        const page = await openCamera(context);
        const advice = page.getByTestId('camera-advice');
        await expect(advice).toHaveRole('status');
        await expect(advice).toHaveAttribute('data-trouble', trouble, { timeout: 15_000 });
        expect(await camerasOn(page)).toBe(1);
        await page.getByRole('button', { name: 'Close' }).press('Enter');
        await expect(page.locator('video')).toHaveCount(0);
        expect(await camerasOn(page)).toBe(0);
      },
    );
  });
}

test('another camera can be chosen where there are several', async ({ launchOptions, baseURL }) => {
  const switches = [
    '--use-fake-device-for-media-stream=device-count=2',
    '--use-fake-ui-for-media-stream',
  ];
  await withBrowser({ launchOptions, baseURL }, switches, async (context) => {
    const page = await openCamera(context);
    const choice = page.getByTestId('camera-device');
    await expect(choice.locator('option')).toHaveCount(2);
    const other = await choice.locator('option').nth(1).getAttribute('value');
    await choice.selectOption(other);
    await expect(choice).toHaveValue(other ?? '');
    await expect.poll(() => camerasOn(page)).toBe(1);
  });
});

test.describe('over a long time', () => {
  test.skip(process.platform !== 'linux', 'reads the size of the process from /proc');

  // `npm run soak` watches for longer.
  const FRAMES = Number(process.env.CAMERA_FRAMES ?? 650);

  test(`the memory stays as it is over ${FRAMES} frames, and nothing goes on after leaving`, async ({
    launchOptions,
    baseURL,
    key,
  }, testInfo) => {
    test.setTimeout(600_000);
    // A small picture, so that it goes quickly.
    const size = { width: 320, height: 240 };
    const frame = frameOf(key.link, 1.2, 1);
    await withBrowser(
      { launchOptions, baseURL },
      await cameraShowing(frame, testInfo),
      async (context) => {
        const page = await openCamera(context, size);
        const until = async (frames: number) => {
          await expect
            .poll(() => framesRead(page), { timeout: 500_000, intervals: [500] })
            .toBeGreaterThan(frames);
          return memoryOf(context);
        };
        const early = await until(250);
        const late = await until(FRAMES);
        // Garbage comes and goes; 400 frames that were kept would be about 120 MB.
        expect(late).toBeLessThan(early + 80e6);
        await page.getByRole('button', { name: 'Close' }).click();
        await expect(page.locator('video')).toHaveCount(0);
        const left = await framesRead(page);
        await page.waitForTimeout(1_000);
        expect(await framesRead(page)).toBe(left);
        expect(page.workers()).toHaveLength(0);
      },
    );
  });
});

/** Bytes in memory of the processes that show pages. */
async function memoryOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8');
      return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

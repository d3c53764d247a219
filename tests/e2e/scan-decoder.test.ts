import { encodePng } from '../helpers/png.ts';
import { blur, noise, toPixels } from '../bench/scan/gray.ts';
import { slanted, view } from '../bench/scan/view.ts';
import { seededRandom } from '../helpers/random.ts';
import { captureFile, expectCaptured, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

const WASM = '.wasm';

/** A slanted, blurred photo that the small reader does not read. */
function photo(link: string) {
  const gaze = slanted(7, [640, 480], 0.006, 0.005, 8);
  const seen = view(link, { width: 1280, height: 960, dark: 45, light: 205, around: 120, gaze });
  const buffer = encodePng(toPixels(noise(blur(seen, 1), 20, seededRandom(4))));
  return { name: 'photo.png', mimeType: 'image/png', buffer };
}

test('the decoder costs nothing until a capture begins', async ({ page, key }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await expect(page.getByTestId('key-input')).toBeVisible();
  expect(requested.filter((path) => path.endsWith(WASM) || path.includes('worker'))).toEqual([]);
  await captureFile(page, key);
  await expect.poll(() => requested.some((path) => path.endsWith(WASM))).toBe(true);
});

test('a photo that is hard to read is read, with WebAssembly under the worker’s own policy', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await page.getByTestId('capture-file').setInputFiles(photo(key.link));
  await expectCaptured(page, key);
});

test.describe('where WebAssembly does not arrive', () => {
  test.use({ provoked: /Failed to load resource/ });

  test('plain codes are read all the same', async ({ page, key }) => {
    await page.context().route(`**/*${WASM}`, (route) => route.abort());
    await openGuide(page);
    await captureFile(page, key);
  });
});

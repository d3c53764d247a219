import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from 'playwright/test';
import { openProfile } from './support/browser.ts';
import { captureFile, expectCodes, openGuide } from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { placesOf, type Found } from './support/secret-search.ts';
import { expect, test } from './support/test.ts';

/** Runs something in a browser that writes its profile to disk; gives every file it left. */
async function profileAfter(
  folder: string,
  own: Parameters<typeof openProfile>[1],
  use: (context: BrowserContext) => Promise<void>,
): Promise<Found[]> {
  const context = await openProfile(folder, own);
  await use(context);
  await context.close();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => ({
        place: path.relative(folder, path.join(parentPath, name)),
        content: new Uint8Array(await readFile(path.join(parentPath, name))),
      })),
  );
}

function search({ secret, base32 }: Key, files: readonly Found[]): string[] {
  return placesOf(secret, base32, files);
}

test('no file of the browser’s profile holds the secret', async ({
  launchOptions,
  baseURL,
  trouble,
  key,
}, testInfo) => {
  const typed = freshKey();
  const files = await profileAfter(
    testInfo.outputPath('profile'),
    { launchOptions, baseURL, trouble },
    async (context) => {
      const page = await context.newPage();
      await openGuide(page);
      await captureFile(page, key);
      await expectCodes(page, key);
      await page.getByTestId('enroll-accepted').click();
      await page.getByTestId('second-app').click();
      await page.getByTestId('identity-next').click();
      await page.getByTestId('capture-key').click();
      await page.getByTestId('key-input').pressSequentially(typed.base32);
      await page.getByTestId('key-submit').click();
      await expectCodes(page, typed);
      await page.goto('/app/');
      await expect(page.getByTestId('vault-entry')).toHaveCount(2);
    },
  );
  expect(files.some(({ place }) => place.includes('IndexedDB'))).toBe(true);
  expect([...search(key, files), ...search(typed, files)]).toEqual([]);
});

test('a secret that is stored without encryption would be seen on disk', async ({
  launchOptions,
  baseURL,
  trouble,
  key,
}, testInfo) => {
  const files = await profileAfter(
    testInfo.outputPath('profile'),
    { launchOptions, baseURL, trouble },
    async (context) => {
      const page = await context.newPage();
      await page.goto('/');
      await page.evaluate(
        async ({ bytes, text }) => {
          localStorage.setItem('planted', text);
          await new Promise((resolve) => {
            const opening = indexedDB.open('planted', 1);
            opening.onupgradeneeded = () => {
              opening.result.createObjectStore('values').add(new Uint8Array(bytes), 'key');
            };
            opening.onsuccess = () => {
              opening.result.close();
              resolve(undefined);
            };
          });
        },
        { bytes: [...key.secret], text: key.base32 },
      );
    },
  );
  const places = search(key, files).join('\n');
  expect(places).toContain('IndexedDB');
  expect(places).toContain('Local Storage');
});

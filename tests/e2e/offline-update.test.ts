import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from 'playwright/test';
import { siteHandler } from '../../scripts/site-handler.ts';
import { choose, entriesOf, openApp } from './support/app.ts';
import { captureFile, expectCodes, expectState, GUIDE, openGuide } from './support/companion.ts';
import { nextVersion } from './support/next-version.ts';
import { expect, test, untilKept } from './support/offline.ts';

let next = '';

test.beforeAll(async () => {
  next = await nextVersion();
});

test.afterAll(async () => {
  await rm(next, { recursive: true });
});

/** Looks for a new worker; answers what became of it. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<string>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state !== 'installing') resolve(worker.state);
        });
      });
    });
    await registration.update();
    return found;
  });
}

/** Whether the page was made by the next version. */
async function isNext(page: Page): Promise<boolean> {
  return (await page.locator('script[src*="/next-"]').count()) > 0;
}

const notice = (page: Page) => page.getByTestId('update-notice');

test('a new version waits until the enrollment is done, and old pages keep their scripts', async ({
  context,
  page,
  server,
  key,
}) => {
  await openGuide(page);
  await untilKept(page, GUIDE, '/app/');
  const other = await context.newPage();
  await openGuide(other);
  await captureFile(page, key);
  const app = await openApp(page);
  const entry = entriesOf(app, key);
  await choose(entry, 'Edit');

  server.answer = await siteHandler(next);
  expect(await update(page)).toBe('installed');
  // What the rest takes of the old version, the server no longer has.
  await expectCodes(page, key);
  await expect(notice(other)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await expect(notice(app)).toHaveCount(0);
  await entry.getByLabel('Name', { exact: true }).press('Enter');
  await expect(notice(app)).toBeVisible();
  await app.close();
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await expect(notice(page)).toBeVisible();
  expect(await isNext(page)).toBe(false);

  await Promise.all([
    page.waitForEvent('load'),
    notice(page).getByRole('button', { name: 'Reload' }).click(),
  ]);
  expect(await isNext(page)).toBe(true);
  await expectState(page, 'done');
  await expect(notice(page)).toHaveCount(0);

  expect(await isNext(other)).toBe(false);
  await other.getByTestId('capture-key').click();
  await other.getByTestId('key-input').fill(key.base32);
  await notice(other).getByRole('button', { name: 'Reload' }).click();
  await expect(notice(other)).toContainText('not finished');
  await notice(other).getByRole('button', { name: 'Later' }).click();
  expect(await isNext(other)).toBe(false);
  await expect(other.getByTestId('key-input')).toHaveValue(key.base32);

  await server.stop();
  await page.reload();
  await expectState(page, ['ready', 'done']);
  expect(await isNext(page)).toBe(true);
});

test('a new version that is not whole changes nothing until it is', async ({ page, server }) => {
  await page.goto('/privacy/');
  await untilKept(page, '/privacy/', GUIDE, '/app/');
  const [list = ''] = (await readdir(path.join(next, '_astro'))).filter((name) =>
    name.endsWith('.js'),
  );
  const [there, away] = [path.join(next, '_astro', list), path.join(next, list)];
  const { answer } = server;
  await rename(there, away);
  server.answer = await siteHandler(next);
  expect(await update(page)).toBe('redundant');
  server.answer = (_, response) => void response.writeHead(503).end();
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await expect(page.getByTestId('key-input')).toBeVisible();
  expect(await isNext(page)).toBe(false);

  // It is whole now; a page that comes from the new version lets it take charge by itself.
  server.answer = answer;
  await rename(away, there);
  server.answer = await siteHandler(next);
  await openGuide(page);
  expect(await isNext(page)).toBe(true);
  const script = await page.locator('script[src*="/next-"]').first().getAttribute('src');
  await untilKept(page, '/privacy/', script ?? 'missing');
  await expect(notice(page)).toHaveCount(0);
  await server.stop();
  // What was opened before the update is there in its new state.
  await page.goto('/privacy/');
  expect(await isNext(page)).toBe(true);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy, and how to check it');
});

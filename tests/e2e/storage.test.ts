import type { Page } from 'playwright/test';
import { entriesOf, openApp } from './support/app.ts';
import { captureFile, companion, expectState, openGuide } from './support/companion.ts';
import { expect, test } from './support/test.ts';

// How far the person is cannot be kept either; that is left to the browser to report.
test.use({ provoked: /^uncaught: The disk is full/ });

/** From now on the page can store nothing more, as on a full disk. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
}

test('an acceptance that cannot be stored is told', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await fillDisk(page);
  await page.getByTestId('enroll-accepted').click();
  await expect(companion(page).getByRole('alert')).toBeVisible();
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'pending');
});

test('a deletion that cannot be stored is told, and not shown as done', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.goto('/app/');
  const entry = entriesOf(page, key);
  await expect(entry).toBeVisible();
  await fillDisk(page);
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /delete/i }).click();
  await expect(page.locator('main').getByRole('alert')).toBeVisible();
  await expect(entry).toBeVisible();
  await expect(page.getByTestId('toast-undo')).toHaveCount(0);
});

test('a key that the browser lost leaves the vault locked and deletes nothing', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.goto('/privacy/');
  expect(await rowsOf(page, 'device-keys', 'clear')).toBe(1);
  await openGuide(page);
  await expectState(page, 'locked');
  await expect(companion(page).getByRole('alert')).toBeVisible();
  await page.goto('/app/');
  await expect(page.locator('main').getByRole('alert')).toBeVisible();
  expect(await rowsOf(page, 'entries', 'keep')).toBe(1);
});

/** How many rows a store of the vault has; afterwards they can be gone. */
function rowsOf(page: Page, store: string, then: 'clear' | 'keep'): Promise<number> {
  return page.evaluate(
    ({ store, then }) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('2faa');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(store, 'readwrite');
          const counting = transaction.objectStore(store).count();
          if (then === 'clear') transaction.objectStore(store).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    { store, then },
  );
}

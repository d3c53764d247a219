import type { Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { upgradeVault } from './support/broken-vault.ts';
import { expectCodes, expectState, openGuide } from './support/companion.ts';
import { freshKey, qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { derived, fillNewPassphrase, goToApp, listFile, takeIn } from './support/vault.ts';

// A walk that cannot be kept is reported to the console.
test.use({ provoked: /disk is full/ });

/** From now on nothing more can be stored, as on a full disk. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
}

test('on a full disk the codes stay readable and nothing is half stored', async ({ page, key }) => {
  await takeIn(page, key);
  await fillDisk(page);
  await page.getByTestId('vault-import').setInputFiles(listFile(freshKey()));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByRole('alert')).toHaveText(/disk is full/);
  await expectEntryCodes(entriesOf(page, key), key);
  await page.getByTestId('vault-protect').click();
  await fillNewPassphrase(page);
  await derived(page);
  await expect(page.getByRole('alert').last()).toHaveText(/disk is full/);
  await page.reload();
  await expectEntryCodes(entriesOf(page, key), key);
});

test('on a full disk a capture still shows its codes and says that it is not saved', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await fillDisk(page);
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await expectCodes(page, key);
  await expect(page.getByRole('alert')).toHaveText(/disk is full/);
});

test('where storage is blocked, that is said with what to do, and codes can be made', async ({
  page,
  key,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('Blocked.', 'SecurityError');
        },
      },
    });
  });
  await goToAnywhere(page);
  await expect(page.getByRole('alert')).toHaveText(/Allow cookies and site data/);
  await openGuide(page);
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await expectCodes(page, key);
  await expect(page.getByRole('alert')).toHaveText(/Allow cookies and site data/);
  await expectState(page, ['captured', 'enrolling']);
});

test('a newer vault than this page knows is named and left as it is, and its codes are shown', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await upgradeVault(page);
  await goToAnywhere(page);
  await expect(page.getByTestId('vault-trouble')).toContainText(/newer version/i);
  await expect(page.getByTestId('vault-trouble').getByRole('button')).toHaveText(/reload/i);
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a list of ways to unlock that was changed from outside is named, and codes stay', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await page.getByTestId('vault-protect').click();
  await page.getByTestId('retire-device').uncheck();
  await fillNewPassphrase(page);
  await expect(page.locator('[data-slot]')).toHaveCount(2);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('2faa');
        opening.onsuccess = () => {
          const stores = opening.result.transaction('slots', 'readwrite');
          const reading = stores.objectStore('slots').getAll();
          reading.onsuccess = () => {
            const slots = reading.result as { kind: string; createdAt: number }[];
            const slot = slots.find(({ kind }) => kind === 'passphrase');
            stores.objectStore('slots').put({ ...slot, createdAt: 1 });
          };
          stores.oncomplete = () => {
            opening.result.close();
            resolve(undefined);
          };
          stores.onerror = reject;
        };
      }),
  );
  await goToApp(page);
  await expect(page.getByTestId('vault-trouble')).toBeVisible();
  await expectEntryCodes(entriesOf(page, key), key);
  await page.getByTestId('vault-trouble').getByRole('button').click();
  await expect(page.getByTestId('vault-trouble')).toHaveCount(0);
});

async function goToAnywhere(page: Page): Promise<void> {
  await page.goto('/app/');
}

import type { Page } from 'playwright/test';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile, openBackup, protect, takeIn, unlock } from './support/vault.ts';

/** The file picker gives a file of the page's private file system, which asks nobody. */
async function stubPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async () => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle('kept.json', { create: true });
      },
    });
  });
}

function keptText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('kept.json')).getFile()).text();
  });
}

test('a backup file that was chosen once is written after each change', async ({ page, key }) => {
  await stubPicker(page);
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('vault-export').click();
  await page.getByTestId('keep-file-choose').click();
  await expect(page.getByTestId('keep-file')).toContainText('kept.json is kept up to date');
  const before = await keptText(page);
  await page.reload();
  await unlock(page);
  await page.getByTestId('vault-import').setInputFiles(listFile(freshKey()));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  await expect.poll(() => keptText(page)).not.toBe(before);
  await expect(page.getByTestId('backup-nag')).toHaveCount(0);
  const buffer = Buffer.from(await keptText(page));
  await goToApp(page);
  await unlock(page);
  const file = { name: 'kept.json', mimeType: 'application/json', buffer };
  await expect(await openBackup(page, file)).toContainText('2 already here');
});

test('when the browser withdraws its permission, that is said and asked again', async ({
  page,
  key,
}) => {
  await stubPicker(page);
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('vault-export').click();
  await page.getByTestId('keep-file-choose').click();
  await expect(page.getByTestId('keep-file')).toContainText('kept up to date');
  await page.addInitScript(() => {
    const state = { granted: false };
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state.granted ? 'granted' : 'prompt'),
      requestPermission: () => {
        state.granted = true;
        return Promise.resolve('granted');
      },
    });
  });
  await page.reload();
  await unlock(page);
  const before = await keptText(page);
  await page.getByTestId('vault-import').setInputFiles(listFile(freshKey()));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('backup-nag')).toContainText('not in any backup');
  expect(await keptText(page)).toBe(before);
  await page.getByTestId('vault-export').click();
  await page.getByTestId('keep-file-permit').click();
  await expect(page.getByTestId('keep-file')).toContainText('kept up to date');
  expect(await keptText(page)).not.toBe(before);
});

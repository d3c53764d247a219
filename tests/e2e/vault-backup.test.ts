import type { BrowserContext, Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import {
  derived,
  downloaded,
  drill,
  fillNewPassphrase,
  goToApp,
  listFile,
  makeRecoveryKey,
  openBackup,
  protect,
  saveBackup,
  takeIn,
} from './support/vault.ts';

/** The authenticator of another device, with nothing in it. */
async function otherDevice(context: BrowserContext, baseURL = ''): Promise<Page> {
  const browser = context.browser();
  if (browser === null) throw new Error('There is no browser.');
  const page = await (await browser.newContext({ baseURL })).newPage();
  await goToApp(page);
  return page;
}

test('a backup asks for a passphrase first, is saved, and stands the drill', async ({ page }) => {
  const keys = Array.from({ length: 7 }, () => freshKey());
  await takeIn(page, ...keys);
  await expect(page.getByTestId('backup-nag')).toContainText('no backup');
  await page.getByTestId('vault-export').click();
  const saving = page.waitForEvent('download');
  await fillNewPassphrase(page);
  const file = await downloaded(await saving);
  expect(file.name).toMatch(/^2faa-backup-\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByTestId('backup-nag')).toHaveCount(0);
  await drill(page, file);
  await expect(page.getByTestId('drill-report')).toContainText('7 of 7 can be restored');
});

test('the drill says what an old or foreign backup lacks', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  const file = await saveBackup(page);
  await page.getByTestId('vault-export').click();
  await takeInHere(page, freshKey({ account: 'later' }));
  await saveBackup(page);
  await drill(page, file);
  const report = page.getByTestId('drill-report');
  await expect(report).toContainText('1 of 2 can be restored');
  await expect(report).toContainText('later');
  await drill(page, listFile(key));
  await expect(page.getByRole('alert')).toContainText('not a backup');
});

test('a backup restores every entry on another device, and that can be undone', async ({
  baseURL,
  context,
  page,
}) => {
  const keys = [freshKey(), freshKey(), freshKey()];
  await takeIn(page, ...keys);
  await protect(page);
  const file = await saveBackup(page);
  const other = await otherDevice(context, baseURL);
  await other.getByTestId('vault-import').setInputFiles(file);
  await other.getByTestId('import-passphrase').fill('not the right words');
  await other.getByTestId('import-passphrase').press('Enter');
  await derived(other);
  await expect(other.getByRole('alert')).toBeVisible();
  const report = await openBackup(other, file);
  await expect(report).toContainText('3 new');
  await other.getByTestId('import-confirm').click();
  for (const key of keys) await expectEntryCodes(entriesOf(other, key), key);
  await other.getByTestId('toast-undo').click();
  await expect(other.getByTestId('vault-entry')).toHaveCount(0);
  await openBackup(other, file);
  await other.getByTestId('import-confirm').click();
  await expect(other.getByTestId('vault-entry')).toHaveCount(3);
  await openBackup(other, file);
  await expect(other.getByTestId('import-report')).toContainText('3 already here');
  await expect(other.getByTestId('import-confirm')).toHaveCount(0);
});

test('a recovery key opens a backup', async ({ baseURL, context, page, key }) => {
  await takeIn(page, key);
  await protect(page);
  const recoveryKey = await makeRecoveryKey(page);
  const file = await saveBackup(page);
  const other = await otherDevice(context, baseURL);
  await other.getByTestId('vault-import').setInputFiles(file);
  await other.getByRole('button', { name: 'Use the recovery key' }).click();
  await other.getByTestId('import-passphrase').fill(recoveryKey);
  await other.getByTestId('import-passphrase').press('Enter');
  await derived(other);
  await other.getByTestId('import-confirm').click();
  await expectEntryCodes(entriesOf(other, key), key);
});

test('an entry that differs is shown side by side and the person chooses', async ({
  page,
  key,
}) => {
  const changed = freshKey({ account: key.account });
  await takeIn(page, key);
  const differing = async (choice: string): Promise<void> => {
    await page.getByTestId('vault-import').setInputFiles(listFile(changed));
    const differs = page.getByTestId('import-differs');
    await expect(differs.getByRole('row', { name: /Secret/ })).toContainText('another one');
    await differs.getByRole('radio', { name: choice }).check();
    await page.getByTestId('import-confirm').click();
  };
  await differing('Keep both');
  await expect(entriesOf(page, key)).toHaveCount(2);
  await page.getByTestId('toast-undo').click();
  await expect(entriesOf(page, key)).toHaveCount(1);
  await expectEntryCodes(entriesOf(page, key), key);
  await differing('Put the one in the file in its place');
  await expectEntryCodes(entriesOf(page, key), changed);
  await page.getByTestId('toast-undo').click();
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a list with a bad line takes in the rest and names the line', async ({ page, key }) => {
  await goToApp(page);
  const { buffer, ...file } = listFile(key);
  await page
    .getByTestId('vault-import')
    .setInputFiles({ ...file, buffer: Buffer.concat([buffer, Buffer.from('nonsense\n')]) });
  await expect(page.getByTestId('import-report')).toContainText('Line 2');
  await page.getByTestId('import-confirm').click();
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a file that is neither says so and changes nothing', async ({ page }) => {
  await goToApp(page);
  for (const text of ['', 'hello', '{"format":"other"}', '{', `{"a":"${'x'.repeat(1000)}"}`]) {
    await page
      .getByTestId('vault-import')
      .setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByTestId('import-confirm')).toHaveCount(0);
  }
});

test('plain links are saved only after a warning', async ({ page }) => {
  const keys = [freshKey(), freshKey()];
  await takeIn(page, ...keys);
  await protect(page);
  await saveBackup(page);
  await page.getByTestId('export-links').click();
  await expect(page.getByRole('dialog')).toContainText('unencrypted');
  const saving = page.waitForEvent('download');
  await page.getByTestId('confirm').click();
  const { name, buffer } = await downloaded(await saving);
  expect(name).toMatch(/^2faa-links-.*\.txt$/);
  const lines = buffer.toString().trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const { base32 } of keys)
    expect(lines.filter((line) => line.includes(`secret=${base32}`))).toHaveLength(1);
});

async function takeInHere(page: Page, key: Key): Promise<void> {
  const before = await page.getByTestId('vault-entry').count();
  await page.getByTestId('vault-import').setInputFiles(listFile(key));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(before + 1);
}

import type { Locator } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { expect, test } from './support/test.ts';
import { takeIn } from './support/vault.ts';

async function choose(entry: Locator, name: string): Promise<void> {
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name }).click();
}

async function rename(entry: Locator, name: string): Promise<void> {
  await choose(entry, 'Rename');
  await entry.getByRole('textbox').fill(name);
  await entry.getByRole('textbox').press('Enter');
  await expect(entry.getByRole('heading', { level: 2 })).toHaveText(name);
}

test('an earlier version of an entry can be made the current one again', async ({ page, key }) => {
  await takeIn(page, key);
  const entry = entriesOf(page, key);
  await rename(entry, 'Work');
  await rename(entry, 'Home');
  await choose(entry, 'Earlier versions');
  const history = entry.getByTestId('entry-history');
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await history.getByRole('listitem').filter({ hasText: 'Work' }).getByRole('button').click();
  await expect(entry.getByRole('heading', { level: 2 })).toHaveText('Work');
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await expectEntryCodes(entry, key);
});

test('the trash says until when an entry is kept', async ({ page, key }) => {
  await takeIn(page, key);
  await choose(entriesOf(page, key), 'Delete');
  const trash = page.getByTestId('vault-trash');
  await trash.locator('summary').click();
  await expect(trash).toContainText(/deleted on .*, kept until /);
  await trash.getByRole('button').click();
  await expectEntryCodes(entriesOf(page, key), key);
});

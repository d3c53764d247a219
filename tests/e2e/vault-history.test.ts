import { choose, entriesOf, expectEntryCodes, rename } from './support/app.ts';
import { expect, test } from './support/test.ts';
import { takeIn } from './support/vault.ts';

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

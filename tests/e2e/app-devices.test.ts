import { choose, entriesOf } from './support/app.ts';
import { findProblems } from './support/axe.ts';
import { captureFile, chooseIdentity, openGuide } from './support/companion.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, takeIn } from './support/vault.ts';

test('accounts show their users, how many devices each has here, and who has only one', async ({
  page,
}) => {
  await takeIn(page, freshKey({ account: 'spare@other-alias' }));
  await openGuide(page);
  for (const [user, device] of [
    ['alice', 'laptop'],
    ['alice', 'phone'],
    ['bob', 'bob-2faa'],
  ] as const) {
    if (device !== 'laptop') await page.getByTestId('identity-next').click();
    await chooseIdentity(page, user);
    await captureFile(page, freshKey({ account: `${device}@123456789012` }));
  }
  await goToApp(page);
  await page.getByTestId('vault-devices').click();
  const panel = page.getByTestId('devices-panel');
  await expect(panel).toContainText('AWS takes up to 8 devices for each user');
  const account = panel.getByTestId('devices-account').filter({ hasText: '123456789012' });
  const users = account.getByRole('listitem');
  await expect(users).toHaveCount(2);
  await expect(users.filter({ hasText: 'IAM user alice' })).toContainText('2 of 8 known here');
  await expect(users.filter({ hasText: 'IAM user alice' })).toContainText('laptop');
  await expect(users.filter({ hasText: 'IAM user alice' })).not.toContainText('Only one');
  await expect(users.filter({ hasText: 'IAM user bob' })).toContainText('Only one');
  await expect(
    panel.getByTestId('devices-account').filter({ hasText: 'other-alias' }),
  ).toContainText('User not chosen');
  expect(await findProblems(page)).toEqual([]);
});

test('whose an entry is that came without a guide is said in the overview, or by Edit', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await page.getByTestId('vault-devices').click();
  const panel = page.getByTestId('devices-panel');
  const user = panel.getByRole('listitem');
  await expect(user).toContainText('User not chosen');
  await panel.getByTestId('devices-choose').click();
  await expect(panel.getByLabel('Whose codes these are')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.getByTestId('devices-choose')).toBeFocused();
  await page.keyboard.press('Enter');
  await panel.getByLabel('Whose codes these are').selectOption('IAM user');
  await panel.getByLabel('IAM user name').fill('carol');
  expect(await findProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(user).toContainText('IAM user carol');
  await expect(panel).toBeFocused();
  const entry = entriesOf(page, key);
  await expect(entry).toContainText('IAM user carol');
  await page.getByTestId('toast-undo').click();
  await expect(user).toContainText('User not chosen');
  await expect(entry).not.toContainText('carol');

  await choose(entry, 'Edit');
  await entry.getByLabel('Whose codes these are').selectOption('Root user');
  await entry.getByRole('button', { name: 'Save' }).click();
  await expect(user).toContainText('Root user');
  await page.reload();
  await expect(entry).toContainText('Root user');
});

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

import { choose, entriesOf, expectEntryCodes } from './support/app.ts';
import { referenceTotp } from '../helpers/totp.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { takeIn } from './support/vault.ts';

test('an entry is edited in one go, and the change can be taken back', async ({ page, key }) => {
  await takeIn(page, key);
  const entry = page.getByTestId('vault-entry');
  await choose(entry, 'Edit');
  const form = entry.getByTestId('entry-edit');
  await form.getByLabel('Service', { exact: true }).fill('Payroll');
  await form.getByLabel('Account', { exact: true }).fill('ada');
  await form.getByLabel('Tags').fill('work, Money, work');
  await form.getByLabel('Note').fill('Ask Grace.\nRoom 3');
  await form.locator('summary').click();
  await form.getByLabel('Digits').fill('8');
  await form.getByLabel('Period in seconds').fill('60');
  await form.getByLabel('Algorithm').selectOption('SHA512');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(entry.getByTestId('entry-menu')).toBeFocused();
  await expect(entry).toHaveAttribute('data-issuer', 'Payroll');
  await expect(entry).toContainText('Room 3');
  await page.reload();
  await expect(entry.locator('.entry-tag')).toHaveText(['work', 'Money']);
  const { secret } = key;
  const codeAt = (now: number, ahead = 0) =>
    referenceTotp({ secret, algorithm: 'SHA512', digits: 8, period: 60 }, now / 1000 + 60 * ahead);
  await expectEntryCodes(entriesOf(page, { account: 'ada' }), { codeAt });
  await choose(entry, 'Edit');
  await form.getByLabel('Account', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');
  await expect(entriesOf(page, { account: 'wrong' })).toBeVisible();
  await page.getByTestId('toast-undo').click();
  await expectEntryCodes(entriesOf(page, { account: 'ada' }), { codeAt });
});

test('Escape leaves everything as it was', async ({ page, key }) => {
  await takeIn(page, key);
  const entry = page.getByTestId('vault-entry');
  await choose(entry, 'Edit');
  await entry.getByLabel('Name', { exact: true }).fill('Something else');
  await page.keyboard.press('Escape');
  await expect(entry.getByTestId('entry-edit')).toHaveCount(0);
  // Changes are stored one after another, so a name would be there once this is.
  await choose(entry, 'Pin to the top');
  await expect(entry).toContainText('Pinned');
  await expect(entry.getByRole('heading')).toHaveText(key.issuer);
});

test('pins, tags, order and groups make the list a person’s own', async ({ page }) => {
  const keys = [
    freshKey({ issuer: 'Alpha', account: 'one' }),
    freshKey({ issuer: 'Beta', account: 'two' }),
    freshKey({ issuer: 'alpha', account: 'three' }),
  ];
  await takeIn(page, ...keys);
  const accounts = () =>
    page.getByTestId('vault-entry').evaluateAll((rows) => rows.map((row) => row.dataset.account));
  await page.getByTestId('vault-sort').selectOption('service');
  await expect.poll(accounts).toEqual(['one', 'three', 'two']);
  await choose(entriesOf(page, { account: 'two' }), 'Pin to the top');
  await expect.poll(accounts).toEqual(['two', 'one', 'three']);
  await choose(entriesOf(page, { account: 'three' }), 'Edit');
  await page.getByLabel('Tags').fill('home');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'home' }).click();
  await expect.poll(accounts).toEqual(['three']);
  await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'home' }).click();
  await page.getByTestId('vault-group').check();
  await expect(page.locator('.entry-group > h2')).toHaveText(['Beta', 'Alpha']);
  await page.reload();
  await expect(page.locator('.entry-group > h2')).toHaveText(['Beta', 'Alpha']);
  await expect(page.getByTestId('vault-sort')).toHaveValue('service');
});

test('the same secret under two names is merged into one, with a way back', async ({
  page,
  key,
}) => {
  const link = key.link.replace(`:${key.account}`, ':twin');
  await takeIn(page, key, { ...key, account: 'twin', link }, freshKey());
  const offer = page.getByTestId('duplicates');
  await offer.locator('summary').click();
  await offer
    .getByLabel(key.issuer)
    .filter({ has: page.locator(':scope') })
    .last()
    .check();
  await offer.getByTestId('duplicate-merge').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  await expect(offer).toHaveCount(0);
  await page.getByTestId('toast-undo').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(3);
  await expect(offer).toBeVisible();
});

test('of many entries all can be found, and those in view have their codes', async ({ page }) => {
  const keys = Array.from({ length: 300 }, (_, at) => freshKey({ account: `account-${at}` }));
  await takeIn(page, ...keys);
  const far = entriesOf(page, { account: 'account-150' });
  // Its name is there for the browser's search and for screen readers, its codes are not made.
  await expect(far).toContainText('account-150');
  await expect(far.getByTestId('entry-code')).toHaveCount(0);
  await far.scrollIntoViewIfNeeded();
  const key = keys[150];
  if (key) await expectEntryCodes(far, key);
  await page.getByTestId('vault-filter').fill('account-299');
  await expect(page.getByTestId('vault-entry')).toHaveCount(1);
});

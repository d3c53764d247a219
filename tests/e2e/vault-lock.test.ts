import { entriesOf, expectEntryCodes, openApp } from './support/app.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';
import {
  PASSPHRASE,
  expectLocked,
  fillNewPassphrase,
  listFile,
  lock,
  makeRecoveryKey,
  protect,
  takeIn,
  unlock,
} from './support/vault.ts';

test('a passphrase retires the key of the device and is asked for on the next visit', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await protect(page);
  await expect(page.getByTestId('vault-slots').getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expectLocked(page);
  await unlock(page);
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a passphrase beside the key of the device is not asked for', async ({ page, key }) => {
  await takeIn(page, key);
  await page.getByTestId('vault-protect').click();
  await page.getByTestId('retire-device').uncheck();
  await fillNewPassphrase(page);
  await expect(page.locator('[data-slot]')).toHaveCount(2);
  await page.reload();
  await expectEntryCodes(entriesOf(page, key), key);
  await expect(page.getByText('this browser opens it by itself')).toBeVisible();
});

test('two passphrases that differ, or a short one, are refused and nothing changes', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await page.getByTestId('vault-protect').click();
  await page.getByTestId('new-passphrase').fill(PASSPHRASE);
  await page.getByTestId('new-passphrase-again').fill(`${PASSPHRASE}s`);
  await page.getByTestId('set-passphrase').click();
  await expect(page.getByRole('alert')).toHaveText(/differ/);
  await expect(page.getByTestId('new-passphrase')).toBeFocused();
  await fillNewPassphrase(page, 'seven77');
  await expect(page.getByRole('alert')).toHaveText(/too short/);
  await page.reload();
  await expectEntryCodes(entriesOf(page, key), key);
});

test('locking takes the codes off the screen in all tabs, and each unlocks by itself', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await protect(page);
  const other = await openApp(page);
  await unlock(other);
  await expectEntryCodes(entriesOf(other, key), key);
  await lock(page);
  await expectLocked(other);
  for (const tab of [page, other]) {
    const text = await tab.locator('main').innerText();
    expect(text).not.toContain(key.account);
  }
  await unlock(page);
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a wrong passphrase gets a clear answer, keeps the focus, and the right one works after it', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await protect(page);
  await lock(page);
  const field = page.getByTestId('vault-passphrase');
  await expect(field).toBeFocused();
  await unlock(page, 'orbit candle velvet sixteen');
  await expect(page.getByRole('alert')).toHaveText(/does not open the vault/);
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('vault-entry')).toHaveCount(0);
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expectEntryCodes(entriesOf(page, key), key);
  await expect(page.locator('.authenticator')).toBeFocused();
});

test('a recovery key unlocks however it is typed, and a typing error is named', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await protect(page);
  const recoveryKey = await makeRecoveryKey(page);
  await lock(page);
  await page.getByTestId('vault-unlock-other').click();
  await unlock(page, `${recoveryKey.startsWith('2') ? '3' : '2'}${recoveryKey.slice(1)}`);
  await expect(page.getByRole('alert')).toHaveText(/typing error/);
  await unlock(page, recoveryKey.toLowerCase().replaceAll(' ', ''));
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a changed passphrase takes the place of the old one', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('change-passphrase').click();
  await fillNewPassphrase(page, 'another set of plain words');
  await expect(page.getByText('The passphrase is changed')).toBeVisible();
  await lock(page);
  await unlock(page);
  await expect(page.getByRole('alert')).toHaveText(/does not open/);
  await unlock(page, 'another set of plain words');
  await expectEntryCodes(entriesOf(page, key), key);
});

test('the last way to unlock cannot be removed; another one can, after a question', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  await protect(page);
  const slots = page.getByTestId('vault-slots');
  await expect(slots.getByRole('button')).toHaveCount(0);
  await makeRecoveryKey(page);
  await slots.locator('[data-slot="recovery"]').getByRole('button').click();
  await page.getByTestId('confirm').click();
  await expect(slots.getByRole('listitem')).toHaveCount(1);
  await expect(slots.locator('[data-slot="passphrase"]')).toHaveCount(1);
});

test('the vault locks by itself after the time that was chosen, in all tabs', async ({
  context,
  page,
  key,
}) => {
  await context.clock.install();
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('vault-idle').selectOption('1');
  await expect(page.getByTestId('vault-idle')).toHaveValue('1');
  const other = await openApp(page);
  await unlock(other);
  await expect(entriesOf(other, key)).toBeVisible();
  await context.clock.runFor(50_000);
  await expect(entriesOf(page, key)).toBeVisible();
  await expect(entriesOf(other, key)).toBeVisible();
  await context.clock.runFor(15_000);
  await expectLocked(page);
  await expectLocked(other);
});

test('what was typed as a passphrase is in no attribute', async ({ page, key }) => {
  await takeIn(page, key);
  await page.getByTestId('vault-protect').click();
  await page.getByTestId('new-passphrase').fill(PASSPHRASE);
  await page.getByTestId('new-passphrase-again').fill(PASSPHRASE);
  expect(await page.content()).not.toContain(PASSPHRASE);
  for (const field of ['new-passphrase', 'new-passphrase-again'])
    await expect(page.getByTestId(field)).toHaveAttribute('autocomplete', 'new-password');
  await page.getByTestId('set-passphrase').click();
  await lock(page);
  await page.getByTestId('vault-passphrase').fill(PASSPHRASE);
  expect(await page.content()).not.toContain(PASSPHRASE);
  await expect(page.getByTestId('vault-passphrase')).toHaveAttribute(
    'autocomplete',
    'current-password',
  );
});

test('an entry that another tab adds is there once this one is unlocked', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  const other = await openApp(page);
  await expectLocked(other);
  await page.getByTestId('vault-import').setInputFiles(listFile(freshKey()));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  await unlock(other);
  await expect(other.getByTestId('vault-entry')).toHaveCount(2);
});

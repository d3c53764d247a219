import { referenceCode, referenceSteamCode, referenceTotp } from '../helpers/totp.ts';
import { choose, entriesOf, expectEntryCodes } from './support/app.ts';
import { pasteFile } from './support/clipboard.ts';
import { freshKey, qrPicture } from './support/key.ts';
import { migrationLink } from './support/migration.ts';
import { tabTo } from './support/tab.ts';
import { expect, test } from './support/test.ts';
import { goToApp, takeIn } from './support/vault.ts';

test('a typed key with all that a QR code would say needs no mouse', async ({ page, key }) => {
  await goToApp(page);
  await tabTo(page, page.getByTestId('vault-add'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByTestId('capture-key'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('key-input')).toBeFocused();
  await page.keyboard.type(key.base32.toLowerCase());
  await page.keyboard.press('Tab');
  await page.keyboard.type('Example & Co');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Digits'));
  await page.keyboard.type('8');
  await page.keyboard.press('Tab');
  await page.keyboard.type('60');
  await page.keyboard.press('Tab');
  await page.keyboard.type('SHA256');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const entry = entriesOf(page, { account: 'ada' });
  await expect(entry).toHaveAttribute('data-status', 'active');
  await expect(entry).toHaveAttribute('data-issuer', 'Example & Co');
  const { secret } = key;
  await expectEntryCodes(entry, {
    codeAt: (now, ahead = 0) =>
      referenceTotp(
        { secret, algorithm: 'SHA256', digits: 8, period: 60 },
        now / 1000 + 60 * ahead,
      ),
  });
  await expect(page.getByTestId('vault-add')).toBeVisible();
  await page.getByTestId('toast-undo').click();
  await expect(entry).toHaveCount(0);
});

test('a key for a counter and one for Steam make their own kinds of codes', async ({ page }) => {
  const [counter, steam] = [freshKey(), freshKey()];
  await goToApp(page);
  for (const [kind, { base32 }] of [
    ['hotp', counter],
    ['steam', steam],
  ] as const) {
    await page.getByTestId('vault-add').click();
    await page.getByTestId('capture-key').click();
    await page.getByTestId('key-input').fill(base32);
    await page.getByTestId('key-account').fill(kind);
    await page.getByTestId('add-panel').locator('summary').click();
    await page.getByLabel('Kind of code').selectOption(kind);
    if (kind === 'hotp') await page.getByLabel('Counter of the next code').fill('41');
    await page.getByTestId('key-submit').click();
    await expect(entriesOf(page, { account: kind })).toBeVisible();
  }
  const digits = async (account: string) =>
    ((await entriesOf(page, { account }).getByTestId('entry-code').textContent()) ?? '').replace(
      /\s/g,
      '',
    );
  await entriesOf(page, { account: 'hotp' })
    .getByRole('button', { name: /next code/i })
    .click();
  const first = { secret: counter.secret, algorithm: 'SHA1', digits: 6, counter: 41 } as const;
  await expect.poll(() => digits('hotp')).toBe(referenceCode(first));
  await expect(async () => {
    const now = await page.evaluate(() => Date.now());
    expect(await digits('steam')).toBe(referenceSteamCode(steam.secret, Math.floor(now / 30_000)));
  }).toPass();
});

test('a picture pasted anywhere replaces nothing before the service accepted it', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  const renewed = freshKey({ issuer: key.issuer, account: key.account });
  await pasteFile(page, qrPicture(renewed));
  const [fresh, old] = [entriesOf(page, key).first(), entriesOf(page, key).last()];
  await expect(fresh).toHaveAttribute('data-status', 'pending');
  await expectEntryCodes(fresh, renewed);
  await expect(old).toHaveAttribute('data-status', 'replaced');
  await expect(old).toContainText('until the service accepts the new one');
  await expectEntryCodes(old, key);
  await expect(page.locator('.toast')).toContainText('not confirmed yet');
  await page.getByTestId('toast-undo').click();
  await expect(entriesOf(page, key)).toHaveCount(1);
  await expect(entriesOf(page, key)).toHaveAttribute('data-status', 'active');
  await expectEntryCodes(entriesOf(page, key), key);
  await pasteFile(page, qrPicture(key));
  await expect(page.locator('.toast')).toContainText('Already here');
  await expect(entriesOf(page, key)).toHaveCount(1);
});

test('a new entry that the service accepted leaves the old one replaced', async ({ page, key }) => {
  await takeIn(page, key);
  await pasteFile(page, qrPicture(freshKey({ issuer: key.issuer, account: key.account })));
  await expect(entriesOf(page, key)).toHaveCount(2);
  await choose(entriesOf(page, key).first(), 'The service accepted it');
  await expect(entriesOf(page, key).first()).toHaveAttribute('data-status', 'active');
  const old = entriesOf(page, key).last();
  await expect(old).toHaveAttribute('data-status', 'replaced');
  await expect(old).not.toContainText('until the service accepts');
});

test('an export in two parts comes in at once, and what is here stays single', async ({ page }) => {
  const keys = [freshKey(), freshKey(), freshKey()];
  const [first, second, third] = keys as [(typeof keys)[0], (typeof keys)[0], (typeof keys)[0]];
  await takeIn(page, first);
  await page.getByTestId('vault-add').click();
  await page.getByTestId('capture-key').click();
  for (const [index, part] of [[first, second], [third]].entries()) {
    await page.getByTestId('key-input').fill(migrationLink(part, index, 2));
    await page.getByTestId('key-submit').click();
    await expect(page.getByTestId('capture-choice')).toContainText(`${index + 1} of 2`);
  }
  await page.getByTestId('batch-save').click();
  await expect(page.locator('.toast')).toContainText('2 entries added, 1 already here');
  await expect(page.getByTestId('vault-entry')).toHaveCount(3);
  for (const key of keys) {
    await expect(entriesOf(page, key)).toHaveAttribute('data-status', 'active');
    await expectEntryCodes(entriesOf(page, key), key);
  }
});

test('what is no key says so, and nothing is stored', async ({ page }) => {
  await goToApp(page);
  await page.getByTestId('vault-add').click();
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').fill('123456');
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('capture-error')).toContainText('a code, not a key');
  await expect(page.getByTestId('key-input')).toHaveValue('123456');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('add-panel')).toHaveCount(0);
  await expect(page.getByTestId('vault-add')).toBeFocused();
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

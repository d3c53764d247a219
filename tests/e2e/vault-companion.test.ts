import type { Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { pasteText } from './support/clipboard.ts';
import {
  captureFile,
  chooseIdentity,
  expectCaptured,
  expectCodes,
  expectState,
  openGuide,
} from './support/companion.ts';
import { freshKey, qrPicture, type Key } from './support/key.ts';
import { contentsOf } from './support/page-contents.ts';
import { placesOf } from './support/secret-search.ts';
import { expect, test } from './support/test.ts';
import { expectLocked, goToApp, lock, protect, takeIn, unlock } from './support/vault.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A vault with one entry that is locked, and the guide open beside it. */
async function lockedGuide(page: Page, key: Key): Promise<void> {
  await takeIn(page, key);
  await protect(page);
  await lock(page);
  await openGuide(page);
  await expectState(page, 'locked');
}

test('a locked companion takes a picture, asks to unlock in place and goes on with it', async ({
  page,
  key,
}) => {
  await lockedGuide(page, freshKey({ account: 'earlier' }));
  await chooseIdentity(page, 'alice');
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await expect(page.getByTestId('capture-waiting')).toContainText(key.account);
  await expectState(page, 'locked');
  await expect(page.getByTestId('vault-passphrase')).toBeFocused();
  await unlock(page);
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expect(page.getByText('IAM user alice').first()).toBeVisible();
  await goToApp(page);
  await unlock(page);
  await expectEntryCodes(entriesOf(page, key), key);
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
});

test('a link pasted while it is locked waits in memory only', async ({ page, key }) => {
  await lockedGuide(page, freshKey({ account: 'earlier' }));
  await pasteText(page, key.link);
  await expect(page.getByTestId('capture-waiting')).toContainText(key.account);
  expect(placesOf(key.secret, key.base32, await contentsOf(page))).toEqual([]);
  await page.reload();
  await expectState(page, 'locked');
  await expect(page.getByTestId('capture-waiting')).toHaveCount(0);
});

test('what waits can be dropped for another', async ({ page, key }) => {
  const wrong = freshKey({ account: 'wrong' });
  await lockedGuide(page, freshKey({ account: 'earlier' }));
  await page.getByTestId('capture-file').setInputFiles(qrPicture(wrong));
  await page.getByTestId('capture-waiting').getByRole('button').click();
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await unlock(page);
  await expectCaptured(page, key);
  await goToApp(page);
  await unlock(page);
  await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  await expect(entriesOf(page, wrong)).toHaveCount(0);
});

test('the steps work while it is locked, and are kept once it is open', async ({ page, key }) => {
  await lockedGuide(page, key);
  await page.getByTestId('step-next').click();
  await page.getByTestId('step-next').click();
  const title = await page.getByTestId('step-current').textContent();
  await unlock(page);
  await expectState(page, 'ready');
  await expect(page.getByTestId('step-current')).toHaveText(title ?? '');
  await page.goto('/guides/aws-mfa/');
  await expectState(page, 'locked');
  await unlock(page);
  await expect(page.getByTestId('step-current')).toHaveText(title ?? '');
});

test('locking in the authenticator takes the codes out of the companion', async ({
  context,
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  const app = await context.newPage();
  await goToApp(app);
  await protect(app);
  await lock(app);
  await expectState(page, 'locked');
  await expect(page.getByTestId('code-current')).toHaveCount(0);
  expect(placesOf(key.secret, key.base32, await contentsOf(page))).toEqual([]);
  await unlock(page);
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectLocked(app);
});

test('a wrong passphrase in the companion leaves what waits', async ({ page, key }) => {
  // Three derivations of a key, on a machine that may be busy.
  test.setTimeout(90_000);
  await lockedGuide(page, freshKey({ account: 'earlier' }));
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await unlock(page, 'not the right words');
  await expect(page.getByRole('alert')).toHaveText(/does not open the vault/, { timeout: 40_000 });
  await expect(page.getByTestId('capture-waiting')).toContainText(key.account);
  await unlock(page);
  await expectCaptured(page, key);
});

test('the done panel offers the backup until there is one', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  const offer = page.getByTestId('save-backup');
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(page.getByTestId('vault-export')).toBeInViewport();
  await protect(page);
  await page.getByTestId('vault-export').click();
  await expect(page.getByTestId('backup-saved')).toBeVisible();
  await openGuide(page);
  await unlock(page);
  await expectState(page, 'done');
  await expect(page.getByText('has this entry')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

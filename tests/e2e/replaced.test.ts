import { entriesOf, expectEntryCodes, expectStored, openApp } from './support/app.ts';
import { captureFile, chooseIdentity, expectCodes, openGuide } from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import type { Page } from 'playwright/test';

/** Two set-ups with the same label, as a canceled and repeated enrollment gives them. */
function sameLabel(key: Key): Key {
  return freshKey({ issuer: key.issuer, account: key.account });
}

async function enroll(page: Page, key: Key, name?: string): Promise<void> {
  await openGuide(page);
  await chooseIdentity(page, name);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await page.getByTestId('identity-next').click();
}

test('a new capture for the same identity keeps the older one, to be used again', async ({
  page,
  key: older,
}) => {
  const newer = sameLabel(older);
  await enroll(page, older, 'alice');
  await chooseIdentity(page, 'alice');
  await captureFile(page, newer);
  await expectCodes(page, newer);

  const app = await openApp(page);
  const entries = entriesOf(app, older);
  await expect(entries).toHaveCount(2);
  const replaced = app.locator('[data-status="replaced"][data-testid="vault-entry"]');
  await expectEntryCodes(replaced, older);
  await expectEntryCodes(app.locator('[data-status="pending"][data-testid="vault-entry"]'), newer);
  await replaced.getByTestId('entry-menu').click();
  await replaced.getByRole('button', { name: /use .*again/i }).click();
  await expect(replaced).toHaveCount(0);
  // It is active again, as it was.
  await expectEntryCodes(app.locator('[data-status="active"][data-testid="vault-entry"]'), older);
  await expect(entries).toHaveCount(2);
});

test('captures for different identities stand side by side', async ({ page, key }) => {
  const other = sameLabel(key);
  await enroll(page, key);
  await chooseIdentity(page, 'alice');
  await captureFile(page, other);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveCount(2);
  await expect(app.locator('[data-status="replaced"]')).toHaveCount(0);
});

test('an identity chosen after the capture replaces the older one as well', async ({
  page,
  key: older,
}) => {
  const newer = sameLabel(older);
  await enroll(page, older, 'alice');
  await captureFile(page, newer);
  const app = await openApp(page);
  await expect(app.locator('[data-status="replaced"]')).toHaveCount(0);
  await chooseIdentity(page, 'alice');
  await expectEntryCodes(app.locator('[data-status="replaced"][data-testid="vault-entry"]'), older);
  await expect(entriesOf(app, older)).toHaveCount(2);
});

test('the same QR code twice is one entry', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await page.getByRole('button', { name: /another/i }).click();
  await captureFile(page, key);
  await expectStored(page, key, 'pending');
});

test('the same QR code after acceptance stays accepted', async ({ page, key }) => {
  await enroll(page, key);
  await chooseIdentity(page);
  await captureFile(page, key);
  await expectCodes(page, key);
  await expectStored(page, key, 'active');
});

import type { Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { expect, test } from './support/test.ts';
import { derived, expectLocked, lock, protect, takeIn } from './support/vault.ts';

/** A passkey provider of Chromium's own, which answers by itself. */
async function addAuthenticator(page: Page, hasPrf: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey unlocks the vault', async ({ page, key }) => {
  await addAuthenticator(page, true);
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('add-passkey').click();
  await expect(page.locator('[data-slot="passkey"]')).toHaveCount(1);
  await lock(page);
  await page.getByTestId('vault-unlock-passkey').click();
  await derived(page);
  await expectEntryCodes(entriesOf(page, key), key);
});

test('a passkey that cannot make a key is refused and the vault stays as it is', async ({
  page,
  key,
}) => {
  await addAuthenticator(page, false);
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('add-passkey').click();
  await expect(page.getByRole('alert')).toHaveText(/passphrase/);
  await expect(page.locator('[data-slot]')).toHaveCount(1);
});

test('a passkey that was removed does not unlock', async ({ page, key }) => {
  await addAuthenticator(page, true);
  await takeIn(page, key);
  await protect(page);
  await page.getByTestId('add-passkey').click();
  await page.locator('[data-slot="passkey"]').getByRole('button').click();
  await page.getByTestId('confirm').click();
  await expect(page.locator('[data-slot="passkey"]')).toHaveCount(0);
  await lock(page);
  await expectLocked(page);
  await expect(page.getByTestId('vault-unlock-passkey')).toHaveCount(0);
});

import type { Page } from 'playwright/test';
import { findProblems } from './support/axe.ts';
import { expectState, openGuide } from './support/companion.ts';
import { freshKey, qrPicture, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import {
  drill,
  goToApp,
  listFile,
  lock,
  openBackup,
  protect,
  saveBackup,
  takeIn,
  unlock,
} from './support/vault.ts';

type Arrange = (page: Page, key: Key) => Promise<void>;

/** What this part adds, in every state that a person can bring it into, by name. */
const states: Readonly<Record<string, Arrange>> = {
  'security page': async (page) => {
    await page.goto('/security/');
  },
  'page on the backup format': async (page) => {
    await page.goto('/backup-format/');
  },
  'new passphrase, refused': async (page, key) => {
    await takeIn(page, key);
    await page.getByTestId('vault-protect').click();
    await page.getByTestId('new-passphrase').fill('a');
    await page.getByTestId('new-passphrase-again').fill('b');
    await page.getByTestId('set-passphrase').click();
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'ways to unlock, and the question before one is removed': async (page, key) => {
    await takeIn(page, key);
    await protect(page);
    await page.getByTestId('add-recovery').click();
    await page.getByTestId('close-sheet').click();
    await page.getByTestId('vault-slots').getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'recovery sheet': async (page, key) => {
    await takeIn(page, key);
    await protect(page);
    await page.getByTestId('add-recovery').click();
    await expect(page.getByTestId('recovery-key')).toBeVisible();
  },
  'locked, after a wrong passphrase': async (page, key) => {
    await takeIn(page, key);
    await protect(page);
    await lock(page);
    await unlock(page, 'not the right words');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'backup and its drill': async (page, key) => {
    await takeIn(page, key);
    await protect(page);
    await drill(page, await saveBackup(page));
    await expect(page.getByTestId('drill-report')).toBeVisible();
  },
  'report of a restore, with entries that differ': async (page, key) => {
    await takeIn(page, key, freshKey());
    const keys = [freshKey({ account: key.account }), key, freshKey()];
    await page.getByTestId('vault-import').setInputFiles(listFile(...keys));
    await expect(page.getByTestId('import-differs')).toBeVisible();
  },
  'passphrase of a backup': async (page, key) => {
    await takeIn(page, key);
    await protect(page);
    await openBackup(page, await saveBackup(page));
  },
  'storage, history and trash': async (page, key) => {
    await takeIn(page, key, freshKey());
    const entries = page.getByTestId('vault-entry');
    await entries.last().getByTestId('entry-menu').click();
    await entries.last().getByRole('button', { name: 'Delete' }).click();
    await expect(entries).toHaveCount(1);
    await page.getByTestId('vault-trash').locator('summary').click();
    await entries.getByTestId('entry-menu').click();
    await entries.getByRole('button', { name: 'Earlier versions' }).click();
    await page.getByTestId('vault-storage').click();
    await expect(page.getByTestId('storage-panel')).toBeVisible();
  },
  'QR code of an entry for another device': async (page, key) => {
    await takeIn(page, key);
    const entry = page.getByTestId('vault-entry');
    await entry.getByTestId('entry-menu').click();
    await entry.getByRole('button', { name: /another device/ }).click();
    await page.getByTestId('take-qr-toggle').click();
    await expect(page.getByTestId('take-qr')).toBeVisible();
  },
  'several entries for another device, one of which does not fit': async (page, key) => {
    await takeIn(page, key, { ...freshKey(), link: `${freshKey().link}&digits=7` });
    await page.getByTestId('vault-take').click();
    await page.getByTestId('take-all').click();
    await expect(page.getByTestId('take-apart')).toBeVisible();
  },
  'help with an entry, with two codes in a row': async (page, key) => {
    await takeIn(page, key);
    const entry = page.getByTestId('vault-entry');
    await entry.getByTestId('entry-menu').click();
    await entry.getByRole('button', { name: /^Help/ }).click();
    await page.getByTestId('resync-coach').click();
    await expect(page.locator('#codes-title')).toBeVisible();
  },
  'recovery codes, shown, and the form for more': async (page, key) => {
    await takeIn(page, key);
    const entry = page.getByTestId('vault-entry');
    await entry.getByTestId('entry-menu').click();
    await entry.getByRole('button', { name: /^Recovery codes/ }).click();
    await entry.getByTestId('recovery-input').fill('aaaa-1111\nbbbb-2222');
    await entry.getByTestId('recovery-save').click();
    await entry.getByTestId('recovery-show').click();
    await entry.getByRole('checkbox').first().check();
    await entry.getByRole('button', { name: 'Keep more codes' }).click();
    await page.getByTestId('vault-recovery').click();
    await expect(page.getByTestId('all-recovery')).toContainText('1 of 2 left');
  },
  'companion, locked with a picture waiting': async (page, key) => {
    await takeIn(page, freshKey());
    await protect(page);
    await lock(page);
    await openGuide(page);
    await expectState(page, 'locked');
    await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
    await expect(page.getByTestId('capture-waiting')).toBeVisible();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const [name, arrange] of Object.entries(states)) {
      test(`${name}: axe finds nothing`, async ({ page, key }) => {
        await arrange(page, key);
        expect(await findProblems(page)).toEqual([]);
      });
    }
  });
}

test('with the keyboard alone: set a passphrase, lock, unlock', async ({ page, key }) => {
  test.setTimeout(120_000);
  await takeIn(page, key);
  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());
  await page.getByTestId('vault-protect').focus();
  await press('Enter');
  await expect(page.getByTestId('new-passphrase')).toBeFocused();
  await page.keyboard.type('several plain words here');
  await press('Tab', 'Tab');
  await page.keyboard.type('several plain words here');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Ways to unlock' })).toBeFocused({
    timeout: 40_000,
  });
  await page.getByTestId('vault-lock').focus();
  await press('Enter');
  await expect(page.getByTestId('vault-passphrase')).toBeFocused();
  await page.keyboard.type('several plain words here');
  await press('Enter');
  await expect(page.getByTestId('vault-entry')).toHaveCount(1, { timeout: 40_000 });
});

test('on a narrow page nothing is cut off', async ({ page, key }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await goToApp(page);
  await takeIn(page, key);
  await protect(page);
  await saveBackup(page);
  await page
    .getByTestId('vault-import')
    .setInputFiles(listFile(freshKey({ account: key.account })));
  await expect(page.getByTestId('import-differs')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

import type { Page } from 'playwright/test';
import { choose, entriesOf } from './support/app.ts';
import { findProblems } from './support/axe.ts';
import { breakRecord, upgradeVault } from './support/broken-vault.ts';
import { pasteFile } from './support/clipboard.ts';
import { freshKey, qrPicture } from './support/key.ts';
import { findCutOff } from './support/overflow.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile, takeIn } from './support/vault.ts';

test.describe.configure({ timeout: 60_000 });
// Without a connection the files of a panel cannot be loaded, which the browser reports.
test.use({ provoked: /Failed to load resource|Failed to fetch dynamically imported/ });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });

    const sound = async (page: Page, state: string): Promise<void> => {
      expect(await findProblems(page), state).toEqual([]);
      expect(await findCutOff(page), state).toEqual([]);
    };

    test('from the first visit to an emptied vault axe finds nothing', async ({
      page,
      context,
      key,
    }) => {
      await goToApp(page);
      await sound(page, 'first run');
      await page.getByTestId('vault-add').click();
      await page.getByTestId('capture-key').click();
      await page.getByTestId('key-input').fill('123456');
      await page.getByTestId('add-panel').locator('summary').click();
      await page.getByTestId('key-submit').click();
      await expect(page.getByTestId('capture-error')).toBeVisible();
      await sound(page, 'adding, with a key that is none');
      await page.keyboard.press('Escape');
      await pasteFile(page, qrPicture(key));
      const entry = entriesOf(page, key);
      await expect(entry).toBeVisible();
      await sound(page, 'one entry, with what was done');
      await entry.getByTestId('entry-menu').click();
      await sound(page, 'menu of an entry');
      await page.keyboard.press('Escape');
      await choose(entry, 'Edit');
      await entry.locator('summary').click();
      await sound(page, 'editing, with what is advanced');
      await page.keyboard.press('Escape');

      await context.setOffline(true);
      await expect(page.getByTestId('vault-offline')).toContainText('You are offline');
      await choose(entry, /^Help/);
      await expect(page.getByText('This part of the page could not be loaded')).toBeVisible();
      await sound(page, 'offline, with a part that could not be loaded');
      await context.setOffline(false);
      await expect(page.getByTestId('vault-offline')).toBeEmpty();

      await choose(entry, 'Delete');
      await page.getByTestId('vault-trash').locator('summary').click();
      await expect(page.getByRole('heading', { name: 'No entry is in use' })).toBeVisible();
      await sound(page, 'emptied');
    });

    test('with many entries, and where the vault is not as it was, axe finds nothing', async ({
      page,
      key,
    }) => {
      const twin = { ...key, account: 'twin', link: key.link.replace(key.account, 'twin') };
      const many = Array.from({ length: 110 }, (_, at) => freshKey({ account: `user-${at}` }));
      await takeIn(page, key, twin, ...many);
      const first = page.getByTestId('vault-entry').first();
      // A row that is far from the view has no menu yet.
      await first.scrollIntoViewIfNeeded();
      await choose(first, 'Pin to the top');
      await page.getByTestId('vault-group').check();
      await page.getByTestId('duplicates').locator('summary').click();
      await page.getByTestId('vault-devices').click();
      await expect(page.getByTestId('devices-account').first()).toBeVisible();
      await sound(page, 'many, grouped, with duplicates and devices');
      await page.getByTestId('vault-filter').fill('nothing of this name');
      await expect(page.getByTestId('vault-entry')).toHaveCount(0);
      await page.getByTestId('vault-import').setInputFiles(listFile({ link: 'nonsense' }));
      await expect(page.getByTestId('import-panel').getByRole('alert')).toBeVisible();
      await sound(page, 'nothing found, and a file that is none');

      await breakRecord(page);
      await goToApp(page);
      await expect(page.getByRole('alert')).toContainText('One record in this vault');
      await page.getByTestId('vault-filter').fill('user-1');
      await sound(page, 'a record that cannot be read');
      await upgradeVault(page);
      await page.goto('/app/');
      await expect(page.getByTestId('vault-trouble')).toContainText('newer version');
      await page.getByTestId('vault-filter').fill('user-1');
      await sound(page, 'a vault of a newer version');
      await page.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', { value: undefined });
      });
      await page.reload();
      await expect(page.getByRole('alert').getByRole('button')).toHaveText('Reload the page');
      await sound(page, 'storage that is blocked');
    });
  });
}

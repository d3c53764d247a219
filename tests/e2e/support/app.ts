import { expect, type Locator, type Page } from 'playwright/test';
import type { Key } from './key.ts';

/** Opens the authenticator in a tab of its own. */
export async function openApp(page: Page): Promise<Page> {
  const app = await page.context().newPage();
  await app.goto('/app/');
  return app;
}

/** The entries of an account, in whatever state. */
export function entriesOf(app: Page, { account }: Pick<Key, 'account'>): Locator {
  return app.locator(`[data-testid="vault-entry"][data-account="${account}"]`);
}

/** Chooses an item of an entry's menu. */
export async function choose(entry: Locator, action: RegExp | string): Promise<void> {
  await entry.getByTestId('entry-menu').click();
  await entry.locator('.entry-menu').getByRole('button', { name: action }).click();
}

/** Gives an entry a name, or takes it away with an empty one. */
export async function rename(entry: Locator, name: string): Promise<void> {
  await choose(entry, 'Edit');
  await entry.getByLabel('Name', { exact: true }).fill(name);
  await entry.getByLabel('Name', { exact: true }).press('Enter');
  await expect(entry.getByTestId('entry-edit')).toHaveCount(0);
}

/** The entry shows the codes of this key, by the page's own clock. */
export async function expectEntryCodes(entry: Locator, key: Pick<Key, 'codeAt'>): Promise<void> {
  await expect(async () => {
    const { now, code, next } = await entry.evaluate((row) => {
      const digits = (name: string) =>
        row.querySelector(`[data-testid="${name}"]`)?.textContent.replace(/\s/g, '');
      return { now: Date.now(), code: digits('entry-code'), next: digits('entry-next') };
    });
    expect(code).toBe(key.codeAt(now));
    expect(next).toBe(key.codeAt(now, 1));
  }).toPass({ intervals: [50], timeout: 4_000 });
}

/** The vault holds the key as this one entry, and its codes are right. */
export async function expectStored(page: Page, key: Key, status = 'pending'): Promise<void> {
  const app = await openApp(page);
  const entry = entriesOf(app, key);
  await expect(entry).toHaveAttribute('data-status', status);
  await expect(entry).toHaveAttribute('data-issuer', key.issuer);
  await expectEntryCodes(entry, key);
  await app.close();
}

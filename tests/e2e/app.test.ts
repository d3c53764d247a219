import type { Page } from 'playwright/test';
import { choose, entriesOf, expectEntryCodes, openApp, rename } from './support/app.ts';
import { captureFile, chooseIdentity, openGuide } from './support/companion.ts';
import { freshKey, STEP, type Key } from './support/key.ts';
import { someStep } from './support/clock.ts';
import { expect, test } from './support/test.ts';

/** Captures the keys one after another and opens the authenticator. */
async function appWith(page: Page, ...keys: Key[]): Promise<Page> {
  await openGuide(page);
  for (const [index, key] of keys.entries()) {
    if (index > 0) await page.getByTestId('identity-next').click();
    await chooseIdentity(page, `user-${index}`);
    await captureFile(page, key);
  }
  await page.goto('/app/');
  await expect(page.getByTestId('vault-entry')).toHaveCount(keys.length);
  return page;
}

test('an empty vault leads to a guide and stores nothing', async ({ page }) => {
  await page.goto('/app/');
  await expect(page.locator('main').getByRole('link', { name: /aws/i })).toBeVisible();
  await expect(page.getByTestId('vault-entry')).toHaveCount(0);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('entries show their live and their next code, also before they are confirmed', async ({
  page,
}) => {
  const keys = [freshKey(), freshKey()];
  const app = await appWith(page, ...keys);
  for (const key of keys) {
    await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'pending');
    await expectEntryCodes(entriesOf(app, key), key);
  }
});

test('codes change at the roll-over', async ({ page, key }) => {
  const start = someStep();
  await page.clock.install({ time: start + 5_000 });
  await appWith(page, key);
  const entry = entriesOf(page, key);
  const digits = async (id: string) =>
    ((await entry.getByTestId(id).textContent()) ?? '').replace(/\s/g, '');
  await page.clock.pauseAt(start + STEP - 500);
  expect(await digits('entry-code')).toBe(key.codeAt(start));
  await page.clock.runFor(500);
  expect(await digits('entry-code')).toBe(key.codeAt(start, 1));
  expect(await digits('entry-next')).toBe(key.codeAt(start, 2));
});

test('a code copies with one click', async ({ context, page, key }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = await appWith(page, key);
  await entriesOf(app, key).getByTestId('entry-copy').click();
  const { now, copied } = await app.evaluate(async () => ({
    now: Date.now(),
    copied: await navigator.clipboard.readText(),
  }));
  expect([key.codeAt(now), key.codeAt(now, -1)]).toContain(copied);
});

test('a pending entry can be confirmed here', async ({ page, key }) => {
  const app = await appWith(page, key);
  await choose(entriesOf(app, key), /accepted/i);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'active');
  await page.reload();
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'active');
});

test('the filter finds entries by account, identity and name', async ({ page }) => {
  const [one, other] = [freshKey(), freshKey()];
  const app = await appWith(page, one, other);
  const filter = app.getByTestId('vault-filter');
  for (const text of [other.account, other.account.toUpperCase().slice(3), 'amazon user-1']) {
    await filter.fill(text);
    await expect(app.getByTestId('vault-entry')).toHaveCount(1);
    await expect(entriesOf(app, other)).toBeVisible();
  }
  await filter.fill('no such thing');
  await expect(app.getByTestId('vault-entry')).toHaveCount(0);
  await filter.fill('');
  await expect(app.getByTestId('vault-entry')).toHaveCount(2);
});

test('a deleted entry comes back with Undo', async ({ page, key }) => {
  const app = await appWith(page, key);
  await choose(entriesOf(app, key), /delete/i);
  await expect(entriesOf(app, key)).toHaveCount(0);
  await app.getByTestId('toast-undo').click();
  await expectEntryCodes(entriesOf(app, key), key);
  await expect(app.getByTestId('toast-undo')).toHaveCount(0);
});

test('a deleted entry waits in the trash and can be put back later', async ({ page, key }) => {
  const app = await appWith(page, key, freshKey());
  await choose(entriesOf(app, key), /delete/i);
  await expect(app.getByTestId('vault-entry')).toHaveCount(1);
  await app.reload();
  await expect(app.getByTestId('vault-entry')).toHaveCount(1);
  const trash = app.getByTestId('vault-trash');
  await trash.locator('summary').click();
  await expect(trash).toContainText(key.account);
  await trash.getByRole('button', { name: /put back/i }).click();
  await expectEntryCodes(entriesOf(app, key), key);
  await expect(trash).toHaveCount(0);
});

test('the trash opens where the last entry was deleted, too', async ({ page, key }) => {
  const app = await appWith(page, key);
  await choose(entriesOf(app, key), /delete/i);
  await expect(entriesOf(app, key)).toHaveCount(0);
  await app.reload();
  await app.getByTestId('vault-trash').locator('summary').click();
  await app.getByTestId('vault-trash').getByRole('button').click();
  await expectEntryCodes(entriesOf(app, key), key);
});

test('two tabs at once show each other’s changes', async ({ page }) => {
  const [one, other] = [freshKey(), freshKey()];
  const app = await appWith(page, one);
  const second = await openApp(app);
  await expect(entriesOf(second, one)).toBeVisible();
  const guide = await app.context().newPage();
  await openGuide(guide);
  await guide.getByTestId('identity-next').click();
  await captureFile(guide, other);
  for (const tab of [app, second]) await expectEntryCodes(entriesOf(tab, other), other);
  await guide.getByTestId('enroll-accepted').click();
  for (const tab of [app, second])
    await expect(entriesOf(tab, other)).toHaveAttribute('data-status', 'active');
  await choose(entriesOf(app, one), /delete/i);
  await expect(entriesOf(second, one)).toHaveCount(0);
  await app.getByTestId('toast-undo').click();
  await expect(entriesOf(second, one)).toBeVisible();
  await rename(entriesOf(second, one), 'From the second tab');
  await expect(entriesOf(app, one).getByRole('heading')).toHaveText('From the second tab');
});

test('an entry that is deleted while its codes show in the guide is told there', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  const app = await openApp(page);
  await choose(entriesOf(app, key), /delete/i);
  await expect(page.getByTestId('enroll')).toHaveAttribute('data-state', 'ready');
  await app.getByTestId('toast-undo').click();
  await expect(page.getByTestId('entry-account')).toHaveText(key.account);
});

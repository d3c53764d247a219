import type { Page } from 'playwright/test';
import { entriesOf } from './support/app.ts';
import { findProblems } from './support/axe.ts';
import { passing, someStep } from './support/clock.ts';
import { freshKey, STEP } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile, takeIn } from './support/vault.ts';

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

test('with the keyboard alone: filter, go through the entries, copy, hear the time', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const keys = [freshKey(), freshKey(), freshKey({ issuer: 'GitHub', account: 'ada' })];
  const start = someStep();
  await page.clock.install({ time: start });
  await takeIn(page, ...keys);
  await page.clock.pauseAt(start + 2 * STEP + 10_000);
  const copyOf = (each: (typeof keys)[number]) => entriesOf(page, each).getByTestId('entry-copy');
  const [first, second, third] = keys;
  if (!first || !second || !third) throw new Error('no keys');

  await page.locator('body').press('/');
  await expect(page.getByTestId('vault-filter')).toBeFocused();
  await expect(page.getByTestId('search-dialog')).toHaveCount(0);
  await page.keyboard.type('git / ada?');
  await expect(page.getByTestId('vault-filter')).toHaveValue('git / ada?');
  await page.getByTestId('vault-filter').fill('git');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(third.codeAt(start, 2));
  await page.keyboard.press('ArrowDown');
  await expect(copyOf(third)).toBeFocused();

  await page.getByTestId('vault-filter').fill('');
  await page.keyboard.press('ArrowDown');
  const shown = await page
    .getByTestId('vault-entry')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-account')));
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.closest('[data-testid="vault-entry"]')?.getAttribute('data-account'),
    );
  expect(await focused()).toBe(shown[0]);
  await page.keyboard.press('End');
  expect(await focused()).toBe(shown[2]);
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe(shown[1]);
  const here = keys.find(({ account }) => account === shown[1]);
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(here?.codeAt(start, 2));
  await page.keyboard.press('n');
  await expect.poll(() => clipboard(page)).toBe(here?.codeAt(start, 3));
  await page.keyboard.press('s');
  await expect(page.getByTestId('entry-said')).toHaveText('20 seconds left');

  await page.clock.resume();
  await page.keyboard.press('?');
  await expect(page.getByTestId('keys-dialog')).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('keys-dialog')).toHaveCount(0);
  expect(await focused()).toBe(shown[1]);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('search-dialog')).toBeVisible();
});

test('the keys reach entries that are far out of view, which have no codes until then', async ({
  page,
}) => {
  await takeIn(page, ...Array.from({ length: 150 }, () => freshKey()));
  const entries = page.getByTestId('vault-entry');
  const last = entries.last().getByTestId('entry-copy');
  await page.reload();
  await expect(entries).toHaveCount(150);
  await expect(last).toHaveCount(0);
  await page.getByTestId('vault-filter').press('ArrowDown');
  await expect(entries.first().getByTestId('entry-copy')).toBeFocused();
  await page.keyboard.press('End');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(entries.nth(148).getByTestId('entry-copy')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(entries.first().getByTestId('entry-copy')).toBeFocused();
  await expect(entries.first()).toBeInViewport();
});

test('a new code is said of the entry that has the focus, digit by digit, and of no other', async ({
  page,
}) => {
  const keys = [freshKey(), freshKey()] as const;
  const start = someStep();
  await page.clock.install({ time: start });
  await takeIn(page, ...keys);
  await page.clock.pauseAt(start + 2 * STEP - 1_000);
  const said = page.getByTestId('entry-said');
  await passing(page, async () => {
    await expect(said).toHaveText('', { timeout: 50 });
  });
  await entriesOf(page, keys[1]).getByTestId('entry-copy').focus();
  await page.clock.runFor(1_000);
  const expected = Array.from(keys[1].codeAt(start, 2)).join(' ');
  await passing(page, async () => {
    await expect(said).toHaveText(`New code for Amazon Web Services: ${expected}`, { timeout: 50 });
  });
  await page.getByTestId('vault-filter').focus();
  await page.clock.runFor(STEP);
  await expect(said).toContainText(expected);
});

test('single keys can be turned off on all pages; arrows and Enter stay', async ({
  context,
  page,
  key,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await takeIn(page, key);
  await page.getByTestId('keys-open').click();
  await page.getByTestId('single-keys').uncheck();
  await page.keyboard.press('Escape');
  await page.getByTestId('vault-filter').focus();
  await page.keyboard.press('ArrowDown');
  await expect(entriesOf(page, key).getByTestId('entry-copy')).toBeFocused();
  for (const each of ['s', '?', '/']) await page.keyboard.press(each);
  await page.keyboard.press('Enter');
  await expect(entriesOf(page, key).getByTestId('entry-copy')).toContainText('Copied');
  await expect(page.getByTestId('entry-said')).toBeEmpty();
  for (const dialog of ['keys-dialog', 'search-dialog'])
    await expect(page.getByTestId(dialog)).toHaveCount(0);

  await page.goto('/accessibility/');
  await expect(page.getByTestId('single-keys')).not.toBeChecked();
  await page.locator('body').press('/');
  await page.getByTestId('single-keys').check();
  await expect(page.getByTestId('search-dialog')).toHaveCount(0);
  await page.locator('body').press('/');
  await expect(page.getByTestId('search-dialog')).toBeVisible();
});

test('the menu of an entry has arrow keys, and the focus stays where one was', async ({ page }) => {
  await takeIn(page, freshKey(), freshKey(), freshKey());
  const entries = page.getByTestId('vault-entry');
  const menu = entries.nth(1).getByTestId('entry-menu');
  const items = entries.nth(1).locator('.entry-menu button');
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await expect(items.first()).toBeFocused();
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['End', -1],
    ['ArrowDown', 0],
    ['ArrowUp', -1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(at < 0 ? items.last() : items.nth(at)).toBeFocused();
  }
  await page.keyboard.press('Shift+Tab');
  await expect(menu).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(items).toHaveCount(0);

  // Delete is the last item. The entry that takes its place has the focus; none is under the toast.
  await page.setViewportSize({ width: 360, height: 640 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('toast-undo')).toBeVisible();
  await expect(entries).toHaveCount(2);
  await expect(entries.nth(1).getByTestId('entry-copy')).toBeFocused();
  const covered = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const toast = document.querySelector('.toast')?.getBoundingClientRect();
      if (!focused || !toast || focused.closest('.toast')) return false;
      const { top, bottom } = focused.getBoundingClientRect();
      return bottom > toast.top && top < toast.bottom;
    });
  expect(await covered()).toBe(false);
  await page.getByTestId('vault-filter').focus();
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await covered()).toBe(false);
  }
  await page.getByTestId('toast-undo').press('Enter');
  await expect(entries).toHaveCount(3);
  await expect(page.locator('.authenticator')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme}, axe finds nothing in hidden codes, counters, settings and keys`, async ({
    page,
    key,
  }) => {
    await page.emulateMedia({ colorScheme });
    await goToApp(page);
    const counted = {
      link: 'otpauth://hotp/Bank:counted?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=0',
    };
    const long = {
      link: `otpauth://totp/Long:ten?secret=${key.base32}&issuer=Long&digits=10&period=86400`,
    };
    await page.getByTestId('vault-import').setInputFiles(listFile(key, counted, long));
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('vault-codes').click();
    await page.getByTestId('hide-codes').check();
    await page.getByTestId('entry-set-counter').click();
    await page.getByTestId('counter-field').fill('x');
    await page.keyboard.press('Enter');
    await page.getByTestId('entry-show').first().click();
    expect(await findProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await page.getByTestId('keys-open').click();
    await expect(page.getByTestId('keys-dialog')).toBeVisible();
    expect(await findProblems(page)).toEqual([]);
  });
}

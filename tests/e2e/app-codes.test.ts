import type { Locator, Page } from 'playwright/test';
import { entriesOf, openApp } from './support/app.ts';
import { findProblems } from './support/axe.ts';
import { someStep } from './support/clock.ts';
import { freshKey, STEP } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { goToApp, listFile, lock, protect, takeIn } from './support/vault.ts';

/** RFC 4226, appendix D: the secret `12345678901234567890` and its codes from counter 0 on. */
const COUNTED = {
  account: 'counted',
  link: 'otpauth://hotp/Bank:counted?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&counter=0',
};
const RFC_4226 = [
  ...['755224', '287082', '359152', '969429', '338314'],
  ...['254676', '287922', '162583', '399871', '520489'],
];

const digits = async (place: Locator): Promise<string> =>
  ((await place.textContent()) ?? '').replace(/\s/g, '');
const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

async function withCounter(page: Page): Promise<Locator> {
  await goToApp(page);
  await page.getByTestId('vault-import').setInputFiles(listFile(COUNTED));
  await page.getByTestId('import-confirm').click();
  await expect(entriesOf(page, COUNTED)).toBeVisible();
  return entriesOf(page, COUNTED);
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('counter-based codes come in the order of RFC 4226, each once, over reloads and two tabs', async ({
  page,
}) => {
  const entry = await withCounter(page);
  const code = entry.getByTestId('entry-code');
  await expect(code).toHaveCount(0);
  await entry.getByTestId('entry-next').click();
  await expect.poll(() => digits(code)).toBe(RFC_4226[0]);
  await page.reload();
  // Copying where nothing is shown takes the next one, and copying again the same.
  for (let times = 0; times < 2; times++) {
    await entry.getByTestId('entry-copy').click();
    await expect(entry.getByTestId('entry-copy')).toContainText('Copied');
    await expect.poll(() => digits(code)).toBe(RFC_4226[1]);
    expect(await clipboard(page)).toBe(RFC_4226[1]);
  }
  const there = entriesOf(await openApp(page), COUNTED);
  const used = RFC_4226.slice(0, 2);
  for (let times = 0; times < 3; times++) {
    const tabs = [entry, there].map((tab) => tab.getByTestId('entry-code'));
    await Promise.all([entry, there].map((tab) => tab.getByTestId('entry-next').click()));
    for (const shown of tabs) {
      await expect.poll(async () => /^\d{6}$/.test(await digits(shown))).toBe(true);
      await expect.poll(async () => used.includes(await digits(shown))).toBe(false);
    }
    // Whichever tab was first: together they have used the next two.
    used.push(...(await Promise.all(tabs.map(digits))));
    expect(used.toSorted()).toEqual(RFC_4226.slice(0, used.length).toSorted());
  }
  await page.reload();
  await entry.getByTestId('entry-next').click();
  await expect.poll(() => digits(code)).toBe(RFC_4226[8]);
  await there.getByTestId('entry-next').click();
  await expect.poll(() => digits(there.getByTestId('entry-code'))).toBe(RFC_4226[9]);
});

test('the counter is set by hand, with a word about going back', async ({ page }) => {
  const entry = await withCounter(page);
  await entry.getByTestId('entry-set-counter').click();
  const field = page.getByTestId('counter-field');
  await expect(field).toBeFocused();
  await field.fill('some');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('7');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await entry.getByTestId('entry-next').click();
  await expect.poll(() => digits(entry.getByTestId('entry-code'))).toBe(RFC_4226[7]);
  await entry.getByTestId('entry-set-counter').click();
  await field.fill('2');
  await expect(entry).toContainText('2 to 7 were shown before');
});

test('hidden codes are not on the page, copy without being shown, and hide again', async ({
  page,
  key,
}) => {
  await takeIn(page, key, freshKey());
  const entry = entriesOf(page, key);
  await page.getByTestId('vault-codes').click();
  await page.getByTestId('hide-codes').check();
  await expect.poll(() => digits(entry.getByTestId('entry-code'))).toMatch(/^•+$/);
  // From the first frame on, after a reload too.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const shown = document.querySelector('[data-testid="entry-code"]')?.textContent ?? '';
      if (/\d/.test(shown)) document.documentElement.dataset.flashed = '';
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.reload();
  await expect(entry.getByTestId('entry-next')).toContainText('•');
  await expect(page.locator('html')).not.toHaveAttribute('data-flashed');
  expect(await page.locator('.entries').textContent()).not.toMatch(/\d{3} \d{3}|(\d ){5}\d/);

  await entry.getByTestId('entry-copy').click();
  const now = Date.now();
  expect([key.codeAt(now), key.codeAt(now, -1)]).toContain(await clipboard(page));
  await expect(entry.getByTestId('entry-code')).toContainText('•');

  await entry.getByTestId('entry-code').click();
  await expect.poll(() => digits(entry.getByTestId('entry-code'))).toMatch(/^\d{6}$/);
  await expect(page.getByTestId('entry-code').filter({ hasText: '•' })).toHaveCount(1);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(page.getByTestId('entry-code').filter({ hasText: '•' })).toHaveCount(2);
});

test('a copied code leaves the clipboard after its time, and nothing else does', async ({
  page,
  key,
}) => {
  await page.clock.install();
  await takeIn(page, key);
  await page.getByTestId('vault-codes').click();
  await page.getByTestId('clear-after').selectOption('30');
  await expect(page.locator('.care')).toContainText('Off the clipboard after 30 seconds');
  const copy = entriesOf(page, key).getByTestId('entry-copy');
  await copy.click();
  await expect(copy).toContainText('Copied');
  expect(await clipboard(page)).toMatch(/^\d{6}$/);
  await page.clock.runFor(31_000);
  await expect.poll(() => clipboard(page)).toBe('');
  await copy.click();
  await expect.poll(() => clipboard(page)).toMatch(/^\d{6}$/);
  await page.evaluate(() => navigator.clipboard.writeText('a letter'));
  await page.clock.runFor(31_000);
  // What would have been done by then is done before this is read.
  await page.clock.runFor(1_000);
  expect(await clipboard(page)).toBe('a letter');
});

test('with few seconds left Copy says so, and the next code is beside it or taken by itself', async ({
  page,
  key,
}) => {
  const start = someStep();
  await page.clock.install({ time: start });
  await takeIn(page, key);
  await page.getByTestId('vault-codes').click();
  await expect(page.getByTestId('copy-longest')).toBeVisible();
  await page.clock.pauseAt(start + 2 * STEP - 5_000);
  const entry = entriesOf(page, key);
  await entry.getByTestId('entry-copy').click();
  await expect(entry.getByTestId('entry-copy')).toContainText('5 s left');
  expect(await clipboard(page)).toBe(key.codeAt(start, 1));
  await entry.getByTestId('entry-copy-next').click();
  await expect(entry.getByTestId('entry-copy-next')).toContainText('counts in 5 s');
  expect(await clipboard(page)).toBe(key.codeAt(start, 2));
  await page.getByTestId('copy-longest').check();
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await expect(async () => {
    await entry.getByTestId('entry-copy').click();
    expect(await clipboard(page)).toBe(key.codeAt(start, 2));
  }).toPass({ timeout: 5_000 });
});

test('the title shows the chosen code with its time, and goes back', async ({ page, key }) => {
  await takeIn(page, key);
  const usual = await page.title();
  const choose = async (): Promise<void> => {
    await entriesOf(page, key).getByTestId('entry-menu').click();
    await page.getByRole('button', { name: /title/ }).click();
  };
  await choose();
  await expect(page).toHaveTitle(/^\d{3} \d{3} until .+ · Amazon/);
  await choose();
  await expect(page).toHaveTitle(usual);
  await protect(page);
  await choose();
  await expect(page).toHaveTitle(/until/);
  await lock(page);
  await expect(page).toHaveTitle(usual);
});

test('several entries stay on top in one window, until they are removed or locked', async ({
  page,
  key,
}) => {
  await page.goto('/');
  const offered = await page.evaluate(() => 'documentPictureInPicture' in window);
  test.skip(!offered, 'This browser has no Document Picture-in-Picture.');
  const other = freshKey();
  await takeIn(page, key, other);
  const choose = async (each: typeof key): Promise<void> => {
    await entriesOf(page, each).getByTestId('entry-menu').click();
    await page.getByRole('button', { name: /on top/i }).click();
  };
  const opening = page.context().waitForEvent('page');
  await choose(key);
  const view = await opening;
  await choose(other);
  await expect(view.getByTestId('top-entry')).toHaveCount(2);
  const shown = view.getByTestId('top-entry').first().getByTestId('entry-code');
  await expect
    .poll(async () =>
      [key.codeAt(Date.now()), key.codeAt(Date.now(), -1)].includes(await digits(shown)),
    )
    .toBe(true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await view.emulateMedia({ colorScheme });
    expect(await findProblems(view)).toEqual([]);
  }
  await view.getByTestId('top-remove').first().click();
  await expect(view.getByTestId('top-entry')).toHaveCount(1);
  await expect(view.getByTestId('top-entry')).toContainText(other.account);
  await protect(page);
  const closed = view.waitForEvent('close');
  await lock(page);
  await closed;
});

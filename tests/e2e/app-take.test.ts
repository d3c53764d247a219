import type { Locator, Page } from 'playwright/test';
import { readMigration } from '../../src/lib/formats/google-migration.ts';
import { entriesOf } from './support/app.ts';
import { freshKey, type Key } from './support/key.ts';
import { readFromScreen } from './support/qr-canvas.ts';
import { expect, test } from './support/test.ts';
import { takeIn as takeInAndSay } from './support/vault.ts';

/** Takes the keys in and closes what says so, as it would lie over a QR code. */
async function takeIn(page: Page, ...keys: readonly Key[]): Promise<void> {
  await takeInAndSay(page, ...keys);
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
}

async function openTake(page: Page, key: Key): Promise<Locator> {
  const entry = entriesOf(page, key);
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /another device/ }).click();
  return entry.getByTestId('take-panel');
}

/** A set-up whose codes change every minute, which Google's format does not have. */
function minuteKey(): Key {
  const key = freshKey();
  return { ...key, link: `${key.link}&period=60` };
}

test('a second device gets the entry by its QR code', async ({ page, key }) => {
  await takeIn(page, key);
  const panel = await openTake(page, key);
  await expect(panel.getByRole('heading').first()).toBeFocused();
  await panel.getByTestId('take-qr-toggle').click();
  const link = new URL(await readFromScreen(panel.getByTestId('take-qr')));
  expect(link.searchParams.get('secret')).toBe(key.base32);
  expect(link.searchParams.get('issuer')).toBe(key.issuer);
  await panel.getByTestId('take-qr-toggle').click();
  await expect(panel.getByTestId('take-qr')).toHaveCount(0);
});

test('link and key are copied only after the question', async ({ context, page, key }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await takeIn(page, key);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  const panel = await openTake(page, key);
  await panel.getByTestId('take-copy-link').click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('not a code');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await clipboard()).toBe('nothing yet');
  await panel.getByTestId('take-copy-link').click();
  await page.getByTestId('confirm').click();
  await expect(panel.getByTestId('take-copied')).toContainText('after 60 seconds');
  expect(new URL(await clipboard()).searchParams.get('secret')).toBe(key.base32);
  await panel.getByTestId('take-copy-key').click();
  await page.getByTestId('confirm').click();
  await expect.poll(clipboard).toBe(key.base32);
});

test('twelve entries go along in two QR codes, and one that does not fit in its own', async ({
  page,
}) => {
  const usual = Array.from({ length: 11 }, () => freshKey());
  const unusual = minuteKey();
  await takeIn(page, ...usual, unusual);
  await page.getByTestId('vault-take').click();
  const panel = page.getByTestId('take-several');
  await expect(panel.getByTestId('take-show')).toBeDisabled();
  await panel.getByTestId('take-filter').fill(unusual.account);
  await panel.getByRole('checkbox').check();
  await expect(panel.getByTestId('take-apart')).toContainText('60 seconds');
  await panel.getByTestId('take-filter').fill('');
  await panel.getByTestId('take-all').click();
  await panel.getByTestId('take-show').click();

  const secrets: string[] = [];
  for (const part of [1, 2]) {
    await expect(panel.getByRole('heading', { name: `QR code ${part} of 3` })).toBeFocused();
    const { entries, size } = readMigration(
      await readFromScreen(panel.getByTestId('take-several-qr')),
    );
    expect(size).toBe(2);
    secrets.push(...entries.map(({ secret }) => Buffer.from(secret).toString('hex')));
    await panel.getByTestId('take-next').click();
  }
  const hex = ({ secret }: Key) => Buffer.from(secret).toString('hex');
  expect(secrets.toSorted()).toEqual(usual.map(hex).toSorted());
  await expect(panel.getByRole('heading', { name: 'QR code 3 of 3' })).toBeFocused();
  const own = new URL(await readFromScreen(panel.getByTestId('take-several-qr')));
  expect(own.searchParams.get('secret')).toBe(unusual.base32);
  expect(own.searchParams.get('period')).toBe('60');
  await panel.getByTestId('take-next').click();
  await expect(panel.getByTestId('take-several-qr')).toHaveCount(0);
});

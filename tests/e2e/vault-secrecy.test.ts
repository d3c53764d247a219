import { placesOf, type Found } from './support/secret-search.ts';
import { contentsOf, record } from './support/page-contents.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import {
  PASSPHRASE,
  lock,
  makeRecoveryKey,
  openBackup,
  protect,
  saveBackup,
  takeIn,
  unlock,
} from './support/vault.ts';

function search({ secret, base32 }: Key, found: readonly Found[]): string[] {
  return [...new Set(placesOf(secret, base32, found))].sort();
}

/** Where a text stands, as it is or as Base64 has it. */
function placesOfText(text: string, found: readonly Found[]): string[] {
  return found
    .filter(({ content }) => Buffer.from(content).includes(text))
    .map(({ place }) => place);
}

test('neither secrets nor what opens them are anywhere, locked or unlocked', async ({
  context,
  page,
}) => {
  const keys = [freshKey(), freshKey()];
  const outside = record(context);
  await takeIn(page, ...keys);
  await protect(page);
  const recoveryKey = await makeRecoveryKey(page);
  const everywhere = async (): Promise<Found[]> => [...outside, ...(await contentsOf(page))];
  const check = async (): Promise<void> => {
    const found = await everywhere();
    for (const key of keys) expect(search(key, found)).toEqual([]);
    expect(placesOfText(PASSPHRASE, found)).toEqual([]);
    expect(placesOfText(recoveryKey.split(' ')[0] ?? '', found)).toEqual([]);
  };
  await check();
  await lock(page);
  await check();
  await page.reload();
  await unlock(page);
  await check();
});

test('locked, no account is readable in the page or its storage', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  await lock(page);
  expect(placesOfText(key.account, await contentsOf(page))).toEqual([]);
});

test('a backup file holds neither secrets, names nor what opens it', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  const recoveryKey = await makeRecoveryKey(page);
  const { buffer } = await saveBackup(page);
  const file = [{ place: 'backup', content: buffer }];
  expect(search(key, file)).toEqual([]);
  for (const text of [key.account, key.issuer, PASSPHRASE, recoveryKey.slice(0, 4)])
    expect(placesOfText(text, file)).toEqual([]);
  const { slots } = JSON.parse(buffer.toString()) as { slots: { kind: string }[] };
  expect(slots.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recovery']);
});

test('a backup that is being restored shows names and no secrets', async ({ page, key }) => {
  await takeIn(page, key);
  await protect(page);
  const file = await saveBackup(page);
  await openBackup(page, file);
  expect(search(key, await contentsOf(page))).toEqual([]);
});

test('entries on their way to another device are on the canvas and nowhere else', async ({
  context,
  page,
  key,
}) => {
  const outside = record(context);
  await takeIn(page, key);
  const entry = page.getByTestId('vault-entry');
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /another device/ }).click();
  await page.getByTestId('take-qr-toggle').click();
  await expect(page.getByTestId('take-qr')).toBeVisible();
  await page.getByTestId('take-copy-key').click();
  await page.getByTestId('confirm').click();
  await page.getByTestId('vault-take').click();
  await page.getByTestId('take-all').click();
  await page.getByTestId('take-show').click();
  await expect(page.getByTestId('take-several-qr')).toBeVisible();
  expect(search(key, [...outside, ...(await contentsOf(page))])).toEqual([]);
});

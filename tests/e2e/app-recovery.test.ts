import type { Locator, Page } from 'playwright/test';
import { entriesOf } from './support/app.ts';
import { freshKey, type Key } from './support/key.ts';
import { contentsOf, record } from './support/page-contents.ts';
import { expect, test } from './support/test.ts';
import {
  downloaded,
  lock,
  openBackup,
  protect,
  saveBackup,
  takeIn,
  unlock,
} from './support/vault.ts';

const CODES = ['a1b2c-d3e4f', 'g5h6i-j7k8l', 'm9n0o-p1q2r'] as const;
const PASTED = `1. ${CODES[0]}   2. ${CODES[1]}\n3. ${CODES[2]}\n`;

async function openRecovery(page: Page, key: Key): Promise<Locator> {
  const entry = entriesOf(page, key);
  await entry.getByTestId('entry-menu').click();
  await entry.getByRole('button', { name: /^Recovery codes/ }).click();
  return entry.getByTestId('recovery-panel');
}

async function keepCodes(page: Page, key: Key): Promise<Locator> {
  const panel = await openRecovery(page, key);
  await panel.getByTestId('recovery-input').fill(PASTED);
  await panel.getByTestId('recovery-save').click();
  await expect(panel.getByTestId('recovery-left')).toHaveText('3 of 3 left');
  return panel;
}

/** Where one of the codes stands, of all that a page holds and has sent. */
async function placesOfCodes(page: Page, outside: ReturnType<typeof record>): Promise<string[]> {
  const found = [...outside, ...(await contentsOf(page))];
  const places = found
    .filter(({ content }) => CODES.some((code) => Buffer.from(content).includes(code)))
    .map(({ place }) => place);
  return [...new Set(places)].sort();
}

test('recovery codes are kept, marked as used, and are still there after a reload', async ({
  page,
  key,
}) => {
  await takeIn(page, key);
  const panel = await openRecovery(page, key);
  await expect(panel).toContainText('AWS gives no recovery codes');
  await expect(panel).toContainText('same basket');
  await panel.getByTestId('recovery-save').click();
  await expect(panel.getByRole('alert')).toContainText('There is no code in it');
  await panel.getByTestId('recovery-input').fill(PASTED);
  await expect(panel).toContainText('3 codes.');
  await panel.getByTestId('recovery-save').click();
  await panel.getByTestId('recovery-show').click();
  const list = panel.getByTestId('recovery-codes');
  await expect(list.locator('.recovery-code')).toHaveText([...CODES]);
  await list.getByRole('checkbox', { name: /code 2/ }).check();
  await expect(panel.getByTestId('recovery-left')).toHaveText('2 of 3 left');
  await page.reload();
  const again = await openRecovery(page, key);
  await expect(again.getByTestId('recovery-left')).toHaveText('2 of 3 left');
  await again.getByTestId('recovery-show').click();
  await expect(again.getByRole('checkbox', { name: /code 2/ })).toBeChecked();
});

test('a list that was deleted or changed comes back', async ({ page, key }) => {
  await takeIn(page, key);
  const panel = await keepCodes(page, key);
  await panel.getByRole('button', { name: /^Change/ }).click();
  await panel.getByTestId('recovery-input').fill('another');
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByTestId('recovery-left')).toHaveText('1 of 1 left');
  await page.getByTestId('toast-undo').click();
  await expect(panel.getByTestId('recovery-left')).toHaveText('3 of 3 left');
  await panel.getByRole('button', { name: /^Delete/ }).click();
  await expect(panel.getByTestId('recovery-trash')).toContainText('kept until');
  await page.getByTestId('vault-recovery').click();
  const all = page.getByTestId('all-recovery');
  await all.getByRole('button', { name: /^Put back/ }).click();
  await expect(all.getByTestId('recovery-left')).toHaveText('3 of 3 left');
});

test('they are nowhere until they are shown, and gone when the vault locks', async ({
  context,
  page,
  key,
}) => {
  const outside = record(context);
  await takeIn(page, key);
  const panel = await openRecovery(page, key);
  await panel.getByTestId('recovery-input').fill(PASTED);
  expect(await placesOfCodes(page, outside)).toEqual(['field']);
  await panel.getByTestId('recovery-save').click();
  await expect(panel.getByTestId('recovery-left')).toBeVisible();
  expect(await placesOfCodes(page, outside)).toEqual([]);
  await panel.getByTestId('recovery-show').click();
  await expect(panel.getByTestId('recovery-codes')).toContainText(CODES[0]);
  expect(await placesOfCodes(page, outside)).toEqual(['document']);
  await protect(page);
  await lock(page);
  expect(await placesOfCodes(page, outside)).toEqual([]);
  await unlock(page);
  await expect((await openRecovery(page, key)).getByTestId('recovery-left')).toBeVisible();
});

test('they leave as a text file behind a question, and come back with a backup', async ({
  page,
  key,
  browser,
  baseURL,
}) => {
  await takeIn(page, key);
  const panel = await keepCodes(page, key);
  await panel.getByTestId('recovery-export').click();
  await expect(page.getByRole('dialog')).toContainText('gets past the authenticator');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('confirm').click(),
  ]);
  const text = (await downloaded(download)).buffer.toString();
  expect(text).toBe(`# ${key.issuer}, ${key.account}\n${CODES.join('\n')}\n`);
  await protect(page);
  const file = await saveBackup(page);
  for (const code of CODES) expect(file.buffer.toString()).not.toContain(code);

  const other = await browser.newContext({ baseURL: baseURL ?? '' });
  const elsewhere = await other.newPage();
  await takeIn(elsewhere, freshKey());
  const report = await openBackup(elsewhere, file);
  await expect(report).toContainText('One list of recovery codes');
  await elsewhere.getByTestId('import-confirm').click();
  await expect(elsewhere.getByTestId('vault-entry')).toHaveCount(2);
  await expect((await openRecovery(elsewhere, key)).getByTestId('recovery-left')).toHaveText(
    '3 of 3 left',
  );
  await other.close();
});

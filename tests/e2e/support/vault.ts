import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from 'playwright/test';
import type { Key } from './key.ts';

export const PASSPHRASE = 'orbit candle velvet seventeen';

/** A file as a file input takes it. */
interface TextFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A list of links, one a line, as other apps write it. */
export function listFile(...keys: readonly Pick<Key, 'link'>[]): TextFile {
  const text = keys.map(({ link }) => `${link}\n`).join('');
  return { name: 'links.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Opens the authenticator in this tab. */
export async function goToApp(page: Page): Promise<void> {
  await page.goto('/app/');
  await expect(page.locator('.authenticator')).toHaveAttribute('data-state', /^(un)?locked$/);
}

/** Takes the keys in through a list of links. */
export async function takeIn(page: Page, ...keys: readonly Key[]): Promise<void> {
  await goToApp(page);
  const before = await page.getByTestId('vault-entry').count();
  await page.getByTestId('vault-import').setInputFiles(listFile(...keys));
  await page.getByTestId('import-confirm').click();
  await expect(page.getByTestId('vault-entry')).toHaveCount(before + keys.length);
}

/** Sets the passphrase, which retires the key of the device unless told otherwise. */
export async function protect(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByTestId('vault-protect').click();
  await fillNewPassphrase(page, passphrase);
  await expect(page.getByTestId('vault-slots').locator('[data-slot="passphrase"]')).toHaveCount(1);
}

export async function fillNewPassphrase(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByTestId('new-passphrase').fill(passphrase);
  await page.getByTestId('new-passphrase-again').fill(passphrase);
  await page.getByTestId('set-passphrase').click();
  await derived(page);
}

/** Waits until a key was derived, which takes its time on a busy machine. */
export async function derived(page: Page): Promise<void> {
  await expect
    .poll(async () => (await page.locator('.attempt-status').allTextContents()).join(''), {
      timeout: 40_000,
    })
    .toBe('');
}

export async function lock(page: Page): Promise<void> {
  await page.getByTestId('vault-lock').click();
  await expectLocked(page);
}

export async function expectLocked(page: Page): Promise<void> {
  await expect(page.getByTestId('vault-unlock')).toBeVisible();
  await expect(page.getByTestId('vault-entry')).toHaveCount(0);
}

export async function unlock(page: Page, secret = PASSPHRASE): Promise<void> {
  await page.getByTestId('vault-passphrase').fill(secret);
  await page.getByTestId('vault-passphrase').press('Enter');
  await derived(page);
}

/** Makes a recovery key, closes the sheet and gives the key. */
export async function makeRecoveryKey(page: Page): Promise<string> {
  await page.getByTestId('add-recovery').click();
  const shown = await page.getByTestId('recovery-key').textContent();
  await page.getByTestId('close-sheet').click();
  return (shown ?? '').trim();
}

/** Saves a backup of a vault with a passphrase; gives its name and text. */
export async function saveBackup(page: Page): Promise<TextFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('vault-export').click(),
  ]);
  return downloaded(download);
}

export async function downloaded(download: Download): Promise<TextFile> {
  const buffer = await readFile(await download.path());
  return { name: download.suggestedFilename(), mimeType: 'application/json', buffer };
}

/** Gives a backup to the authenticator and opens it, up to the report. */
export async function openBackup(
  page: Page,
  file: TextFile,
  passphrase = PASSPHRASE,
): Promise<Locator> {
  await page.getByTestId('vault-import').setInputFiles(file);
  await page.getByTestId('import-passphrase').fill(passphrase);
  await page.getByTestId('import-passphrase').press('Enter');
  await derived(page);
  const report = page.getByTestId('import-report');
  await expect(report).toBeVisible();
  return report;
}

/** The drill: picks the saved file and types what opens it. */
export async function drill(page: Page, file: TextFile, passphrase = PASSPHRASE): Promise<void> {
  await page.getByTestId('drill-file').setInputFiles(file);
  await page.getByTestId('drill-passphrase').fill(passphrase);
  await page.getByTestId('drill-passphrase').press('Enter');
  await derived(page);
}

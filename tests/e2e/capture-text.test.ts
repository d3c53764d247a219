import { expectStored } from './support/app.ts';
import { pasteText } from './support/clipboard.ts';
import { expectCodes, expectCaptured, expectState, openGuide } from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import type { Page } from 'playwright/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function type(page: Page, text: string): Promise<void> {
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').pressSequentially(text);
  await page.getByTestId('key-submit').click();
}

/** A key by itself names neither issuer nor account. */
async function expectKeyTaken(page: Page, key: Key): Promise<void> {
  await expectState(page, ['captured', 'enrolling']);
  await expectCodes(page, key);
}

test('a link pasted anywhere gives both codes and is stored', async ({ page, key }) => {
  await openGuide(page);
  await pasteText(page, key.link);
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a secret key pasted anywhere gives both codes', async ({ page, key }) => {
  await openGuide(page);
  await pasteText(page, key.base32);
  await expectKeyTaken(page, key);
});

test('the paste button reads a link from the clipboard', async ({ page, key }) => {
  await openGuide(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), key.link);
  await page.getByTestId('capture-paste').click();
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a typed link gives both codes and is stored', async ({ page, key }) => {
  await openGuide(page);
  await type(page, key.link);
  await expectCaptured(page, key);
  await expectCodes(page, key);
  await expectStored(page, key);
});

test('a typed key in lower case with spaces gives both codes and is stored', async ({ page }) => {
  const key = { ...freshKey(), issuer: '', account: '' };
  await openGuide(page);
  await type(page, `  ${key.base32.toLowerCase().replace(/.{4}/g, '$& ')} `);
  await expectKeyTaken(page, key);
  await expectStored(page, key);
});

test('text pasted into a field stays in the field', async ({ page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await expect(page.getByTestId('key-input')).toBeFocused();
  await pasteText(page, key.base32);
  await expect(page.getByTestId('key-input')).toHaveValue(key.base32);
  await expectState(page, 'ready');
  await page.keyboard.press('Enter');
  await expectKeyTaken(page, key);
});

import type { Page } from 'playwright/test';
import { encodePng } from '../helpers/png.ts';
import { draw, drawQr, WHITE } from '../helpers/qr-picture.ts';
import { pasteText } from './support/clipboard.ts';
import {
  captureFile,
  companion,
  expectCodes,
  expectState,
  openGuide,
} from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What stands in the alert, with none of the key in it. */
async function errorText(page: Page, key: Key): Promise<string> {
  const error = page.getByTestId('capture-error');
  await expect(error).toBeVisible();
  await expect(error).toHaveRole('alert');
  await expect(error).toBeInViewport({ ratio: 0.99 });
  const text = await error.innerText();
  const plain = text.replace(/[\s-]/g, '').toUpperCase();
  for (let start = 0; start + 8 <= key.base32.length; start += 4)
    expect(plain).not.toContain(key.base32.slice(start, start + 8));
  return text;
}

/** After a failure the next capture works as if nothing had been. */
async function expectUsable(page: Page, key: Key): Promise<void> {
  await expectState(page, 'ready');
  // The focus was not thrown to where a keyboard would have to start over.
  await captureFile(page, key);
  await expectCodes(page, key);
  await expect(page.getByTestId('capture-error')).toHaveCount(0);
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = name.endsWith('.png') ? 'image/png' : 'text/plain';
  await page.getByTestId('capture-file').setInputFiles({ name, mimeType, buffer });
}

/** Texts in QR codes that are no set-up of a time-based code, and what the alert must speak of. */
const foreign: readonly (readonly [name: string, text: (key: Key) => string, says: RegExp])[] = [
  [
    'Microsoft’s own code',
    ({ base32 }) => `phonefactor://activate_account?code=${base32}&url=https%3A%2F%2Fexample.com`,
    /Microsoft Authenticator/,
  ],
  [
    'an export of Google Authenticator',
    ({ secret }) => `otpauth-migration://offline?data=${encodeURIComponent(base64(secret))}`,
    /Google Authenticator/,
  ],
  [
    'a link with a broken secret',
    ({ base32 }) => `otpauth://totp/AWS:a@1?secret=${base32}1!0&issuer=AWS`,
    /secret/i,
  ],
  ['a link without a secret', () => 'otpauth://totp/AWS:a@1?issuer=AWS', /secret/i],
  [
    'an unknown algorithm',
    ({ base32 }) => `otpauth://totp/AWS:a@1?secret=${base32}&algorithm=MD5`,
    /MD5|algorithm/i,
  ],
  ['a web page', () => 'https://example.com/', /web page|link/i],
];

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

for (const [name, text, says] of foreign) {
  test(`a QR code that holds ${name} is named for what it is`, async ({ page, key }) => {
    await openGuide(page);
    await chooseFile(page, 'other.png', encodePng(drawQr(text(key))));
    expect(await errorText(page, key)).toMatch(says);
    await expectUsable(page, key);
  });
}

test('a picture without a QR code says so and offers to type the key', async ({ page, key }) => {
  await openGuide(page);
  await chooseFile(page, 'empty.png', encodePng(draw(400, 300, () => WHITE)));
  expect(await errorText(page, key)).toMatch(/QR code/);
  await page.getByTestId('capture-error').getByRole('button').click();
  await expect(page.getByTestId('key-input')).toBeFocused();
  await page.getByTestId('key-input').fill(key.link);
  await page.getByTestId('key-submit').click();
  await expectCodes(page, key);
});

test('a file that is no picture says so', async ({ page, key }) => {
  await openGuide(page);
  await chooseFile(page, 'notes.txt', Buffer.from('Not a picture at all.'));
  expect(await errorText(page, key)).toMatch(/picture/i);
  await expectUsable(page, key);
});

test('a damaged picture says so', async ({ page, key }) => {
  await openGuide(page);
  await chooseFile(page, 'half.png', encodePng(drawQr(key.link)).subarray(0, 200));
  expect(await errorText(page, key)).toMatch(/picture/i);
  await expectUsable(page, key);
});

test('a random text pasted anywhere says that it is no key', async ({ page, key }) => {
  await openGuide(page);
  await pasteText(page, 'the quick brown fox, 2024');
  expect(await errorText(page, key)).toMatch(/key|link/i);
  await expectUsable(page, key);
});

test('a bad key in the form is refused, the form keeps it and the focus', async ({ page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').fill(`${key.base32}8`);
  await page.keyboard.press('Enter');
  await errorText(page, key);
  await expect(page.getByTestId('key-input')).toHaveValue(`${key.base32}8`);
  await expect(page.getByTestId('key-input')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expectCodes(page, key);
});

test('an empty key is refused', async ({ page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-submit').click();
  await errorText(page, key);
  await expectUsable(page, key);
});

test('an empty clipboard says so', async ({ page, key }) => {
  await openGuide(page);
  await page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({ 'text/html': new Blob(['<br>'], { type: 'text/html' }) }),
    ]),
  );
  await page.getByTestId('capture-paste').click();
  expect(await errorText(page, key)).toMatch(/clipboard/i);
  await expectUsable(page, key);
});

test('after a failure the focus is where it was', async ({ page, key }) => {
  await openGuide(page);
  await page.evaluate(() => navigator.clipboard.writeText('not a key, 2024'));
  await page.getByTestId('capture-paste').focus();
  await page.keyboard.press('Enter');
  await errorText(page, key);
  await expect(page.getByTestId('capture-paste')).toBeFocused();
});

test('another service’s code is warned of and still usable', async ({ page }) => {
  const key = freshKey({ issuer: 'Example Corp', account: 'someone@example.com' });
  await openGuide(page);
  await captureFile(page, key);
  const warning = companion(page).getByRole('alert');
  await expect(warning).toContainText('Example Corp');
  await expect(warning).toContainText('AWS');
  await expectCodes(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
});

test('a bad picture that is pasted while codes show is told, and the codes stay', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await pasteText(page, 'not a key, 2024');
  await errorText(page, key);
  await expectCodes(page, key);
});

test('names in a QR code are text and nothing else', async ({ page }) => {
  const issuer = '<img src=x onerror=alert(1)>';
  const key = freshKey({ issuer, account: '"><b>bold</b>' });
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page
    .getByTestId('key-input')
    .fill(key.link.replace(':"><b>', `:${encodeURIComponent('"><b>')}`));
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('entry-issuer')).toHaveText(issuer);
  await expect(page.getByTestId('entry-account')).toHaveText('"><b>bold</b>');
  await expect(companion(page).locator('img, b')).toHaveCount(0);
  await expectCodes(page, key);
});

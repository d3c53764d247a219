import type { Page } from 'playwright/test';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import {
  captureFile,
  chooseIdentity,
  expectCaptured,
  expectCodes,
  expectState,
  GUIDE,
  openGuide,
} from './support/companion.ts';
import { freshKey, type Key } from './support/key.ts';
import { contentsOf, record } from './support/page-contents.ts';
import { textForms } from './support/secret-forms.ts';
import { placesOf, type Found } from './support/secret-search.ts';
import { expect, test } from './support/test.ts';

function search({ secret, base32 }: Key, found: readonly Found[]): string[] {
  return [...new Set(placesOf(secret, base32, found))].sort();
}

test.describe('the search', () => {
  for (const [name, form] of Object.entries(textForms)) {
    test(`finds ${name}`, ({ key }) => {
      const text = form(key.secret, key.base32);
      const among = (content: string | Uint8Array): string[] =>
        search(key, [
          { place: 'nowhere', content: 'otpauth://totp/' },
          { place: 'here', content },
        ]);
      expect(among(`before ${text} after`)).toEqual(['here']);
      expect(among(Buffer.from(`before ${text} after`, 'latin1'))).toEqual(['here']);
      expect(among(Buffer.from(`before ${text} after`, 'utf16le'))).toEqual(['here']);
    });
  }

  test('finds the bytes themselves among others', ({ key }) => {
    const content = Buffer.concat([Buffer.alloc(7, 1), key.secret.subarray(11, 29)]);
    expect(search(key, [{ place: 'here', content }])).toEqual(['here']);
  });

  test('does not find another secret', ({ key }) => {
    const other = freshKey();
    const found = Object.values(textForms).map((form) => form(other.secret, other.base32));
    expect(search(key, [{ place: 'here', content: found.join(' ') }])).toEqual([]);
  });

  test('looks into every place of a page', async ({ context, page, key }) => {
    const outside = record(context);
    await page.route('**/collect*', (route) => route.fulfill({ body: '' }));
    await page.goto(GUIDE);
    await plant(page, key);
    const found = search(key, [...outside, ...(await contentsOf(page))]);
    expect(found).toEqual([
      'IndexedDB',
      'address',
      'attribute',
      'cache',
      'cache address',
      'console',
      'cookie',
      'document',
      'field',
      'localStorage',
      'request address',
      'request body',
      'request header',
      'requests so far',
      'sessionStorage',
    ]);
  });
});

/** Leaves the secret in every place that a page can leave it. */
async function plant(page: Page, { secret, base32 }: Key): Promise<void> {
  await page.evaluate(
    async ({ bytes, text }) => {
      const opening = indexedDB.open('planted', 1);
      await new Promise<void>((resolve) => {
        opening.onupgradeneeded = () => {
          const store = opening.result.createObjectStore('values', { autoIncrement: true });
          store.add({ deep: [new Map([['key', new Uint8Array(bytes)]])] });
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
      localStorage.setItem('planted', text);
      sessionStorage.setItem(text, 'planted');
      document.cookie = `planted=${text}`;
      const cache = await caches.open('planted');
      await cache.put(`/planted?${text}`, new Response(new Uint8Array(bytes)));
      history.replaceState({ text }, '');
      document.body.dataset.planted = text;
      const field = document.createElement('input');
      document.body.append(field, document.createComment(text));
      field.value = text;
      await fetch(`/collect?${text}`, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'X-Planted': text },
      });
      console.log(text);
    },
    { bytes: [...secret], text: base32 },
  );
}

/** One whole enrollment, looked at wherever it rests; gives what was found on the way. */
async function enroll(page: Page, key: Key): Promise<Found[]> {
  const found: Found[] = [];
  const look = async (): Promise<void> => {
    found.push(...(await contentsOf(page)));
  };
  await openGuide(page);
  await chooseIdentity(page, 'alice');
  await captureFile(page, key);
  await expectCodes(page, key);
  await look();
  await page.getByTestId('enroll-refused').click();
  await expect(page.getByTestId('clock-reading')).toBeVisible();
  await look();
  await page.reload();
  await expectCaptured(page, key);
  await look();
  await page.getByTestId('enroll-accepted').click();
  await page.getByTestId('second-app').click();
  await expect(page.getByTestId('second-app-qr')).toBeVisible();
  await look();
  await page.goto('/app/');
  await expectEntryCodes(entriesOf(page, key), key);
  await look();
  await entriesOf(page, key).getByTestId('entry-copy').click();
  await entriesOf(page, key).getByTestId('entry-menu').click();
  await look();
  return found;
}

test('after a whole enrollment the secret is nowhere', async ({ context, page, key }) => {
  const outside = record(context);
  const found = await enroll(page, key);
  expect(found.length).toBeGreaterThan(1000);
  expect(search(key, [...outside, ...found])).toEqual([]);
  // The search was awake: names that are no secret are there, and the record is not empty.
  expect(found.some(({ content }) => String(content).includes(key.account))).toBe(true);
  expect(outside.some(({ content }) => String(content).endsWith('/app/'))).toBe(true);
});

test('a typed key is nowhere once it is taken', async ({ context, page, key }) => {
  const outside = record(context);
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').pressSequentially(key.base32);
  const typing = await contentsOf(page);
  // While it is being typed it is in its field and nowhere else.
  expect(search(key, [...outside, ...typing])).toEqual(['field']);
  await page.getByTestId('key-submit').click();
  await expectCodes(page, key);
  expect(search(key, [...outside, ...(await contentsOf(page))])).toEqual([]);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  expect(search(key, [...outside, ...(await contentsOf(page))])).toEqual([]);
});

test('a refused link is nowhere but in its field', async ({ context, page, key }) => {
  const outside = record(context);
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').fill(`${key.link}&algorithm=MD5`);
  await page.getByTestId('key-submit').click();
  await expect(page.getByTestId('capture-error')).toBeVisible();
  expect(search(key, [...outside, ...(await contentsOf(page))])).toEqual(['field']);
});

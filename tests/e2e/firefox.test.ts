import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'playwright/test';
import { GUIDE } from './support/companion.ts';
import { inFirefox } from './support/firefox.ts';
import { freshKey, qrPicture, type Key } from './support/key.ts';
import { listFile, PASSPHRASE } from './support/vault.ts';

const byId = (testId: string): string => `[data-testid="${testId}"]`;

/** The texts of elements at one moment of the page's clock, without spaces. */
function read(page: Page, ...testIds: string[]) {
  return page.evaluate(
    (selectors) => ({
      now: Date.now(),
      texts: selectors.map((selector) =>
        document.querySelector(selector)?.textContent.replace(/\s/g, ''),
      ),
    }),
    testIds.map(byId),
  );
}

async function expectCodes(page: Page, key: Key, ...testIds: string[]): Promise<void> {
  await expect(async () => {
    const { now, texts } = await read(page, ...testIds);
    expect(texts).toEqual([key.codeAt(now), key.codeAt(now, 1)]);
  }).toPass({ timeout: 5_000 });
}

/** Chooses a file in an input. */
async function give(page: Page, testId: string, file: string): Promise<void> {
  const input = await page.waitForSelector(byId(testId));
  await (input as unknown as { uploadFile: (file: string) => Promise<void> }).uploadFile(file);
}

/** Runs a test in Firefox, in which nothing may go wrong. */
function withoutTrouble(run: (page: Page) => Promise<void>): Promise<void> {
  return inFirefox(async (page) => {
    const trouble: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    await run(page);
    expect(trouble).toEqual([]);
  });
}

test('Firefox reads a picture, shows both codes, and keeps what was accepted', async ({
  baseURL,
}, testInfo) => {
  const key = freshKey();
  const picture = testInfo.outputPath('screenshot.png');
  await writeFile(picture, qrPicture(key).buffer);
  await withoutTrouble(async (page) => {
    await page.goto(new URL(GUIDE, baseURL).href);
    await page.waitForSelector(`${byId('enroll')}[data-state="ready"]`);
    await give(page, 'capture-file', picture);
    await page.waitForSelector(byId('code-current'));
    await expectCodes(page, key, 'code-current', 'code-next');
    expect((await read(page, 'entry-account')).texts).toEqual([key.account]);
    await page.click(byId('enroll-accepted'));
    await page.waitForSelector(`${byId('enroll')}[data-state="done"]`);
    await page.goto(new URL('/app/', baseURL).href);
    await page.waitForSelector(`${byId('vault-entry')}[data-status="active"]`);
    await expectCodes(page, key, 'entry-code', 'entry-next');
  });
});

test('Firefox runs the authenticator: import, copy, filter, passphrase, lock, unlock, add', async ({
  baseURL,
}, testInfo) => {
  const [key, other, added] = [freshKey(), freshKey(), freshKey({ issuer: 'Example' })];
  const list = testInfo.outputPath('links.txt');
  await writeFile(list, listFile(key, other).buffer);
  await withoutTrouble(async (page) => {
    const count = () => page.$$eval(byId('vault-entry'), (rows) => rows.length);
    const press = async (testId: string): Promise<void> => {
      await (await page.waitForSelector(byId(testId)))?.click();
    };
    const write = async (testId: string, text: string): Promise<void> => {
      await (await page.waitForSelector(byId(testId)))?.type(text);
    };
    await page.goto(new URL('/app/', baseURL).href);
    await give(page, 'vault-import', list);
    await press('import-confirm');
    await expect.poll(count).toBe(2);
    await write('vault-filter', key.account);
    await expect.poll(count).toBe(1);
    await expectCodes(page, key, 'entry-code', 'entry-next');
    // Enter in the filter copies. Firefox lets no page read the clipboard: what pastes it shows it.
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await read(page, 'entry-copy')).texts[0]).toContain('Copied');
    await page.focus(byId('vault-filter'));
    await page.keyboard.down('Control');
    for (const letter of ['a', 'v']) await page.keyboard.press(letter as 'a');
    await page.keyboard.up('Control');
    const pasted = await page.$eval(
      byId('vault-filter'),
      (field) => (field as HTMLInputElement).value,
    );
    expect([key.codeAt(Date.now()), key.codeAt(Date.now(), -1)]).toContain(pasted);

    await press('vault-protect');
    await write('new-passphrase', PASSPHRASE);
    await write('new-passphrase-again', `${PASSPHRASE}\n`);
    await press('vault-lock');
    await page.waitForSelector(byId('vault-unlock'));
    expect(await count()).toBe(0);
    await page.reload();
    await write('vault-passphrase', `${PASSPHRASE}\n`);
    await page.waitForSelector(byId('vault-entry'));
    expect(await count()).toBe(2);
    await press('vault-add');
    await press('capture-key');
    await write('key-input', `${added.link}\n`);
    await expect.poll(count).toBe(3);
    await write('vault-filter', 'example');
    await expect.poll(count).toBe(1);
    await expectCodes(page, added, 'entry-code', 'entry-next');
  });
});

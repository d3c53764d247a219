import { writeFile } from 'node:fs/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { expect, test } from 'playwright/test';
import { firefoxPath } from '../../scripts/browser.ts';
import { GUIDE } from './support/companion.ts';
import { freshKey, qrPicture, type Key } from './support/key.ts';

const firefox = firefoxPath();

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

test('Firefox reads a picture, shows both codes, and keeps what was accepted', async ({
  baseURL,
}, testInfo) => {
  test.skip(firefox === undefined, 'There is no Firefox here.');
  test.setTimeout(90_000);
  const key = freshKey();
  const picture = testInfo.outputPath('screenshot.png');
  await writeFile(picture, qrPicture(key).buffer);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    headless: true,
  });
  try {
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(String(error)));
    await page.goto(new URL(GUIDE, baseURL).href);
    await page.waitForSelector(`${byId('enroll')}[data-state="ready"]`);
    const input = await page.$(byId('capture-file'));
    await (input as unknown as { uploadFile: (file: string) => Promise<void> }).uploadFile(picture);
    await page.waitForSelector(byId('code-current'));
    await expectCodes(page, key, 'code-current', 'code-next');
    expect((await read(page, 'entry-account')).texts).toEqual([key.account]);
    await page.click(byId('enroll-accepted'));
    await page.waitForSelector(`${byId('enroll')}[data-state="done"]`);
    await page.goto(new URL('/app/', baseURL).href);
    await page.waitForSelector(`${byId('vault-entry')}[data-status="active"]`);
    await expectCodes(page, key, 'entry-code', 'entry-next');
    expect(trouble).toEqual([]);
  } finally {
    await browser.close();
  }
});

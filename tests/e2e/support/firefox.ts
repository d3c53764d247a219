import { test } from 'playwright/test';
import puppeteer, { type Page } from 'puppeteer-core';
import { firefoxPath } from '../../../scripts/browser.ts';

/** Runs a test in a page of a Firefox of its own, which Playwright cannot drive where it is Debian's. */
export async function inFirefox(run: (page: Page) => Promise<void>): Promise<void> {
  const firefox = firefoxPath();
  test.skip(firefox === undefined, 'There is no Firefox here.');
  test.setTimeout(90_000);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    headless: true,
  });
  try {
    await run(await browser.newPage());
  } finally {
    await browser.close();
  }
}

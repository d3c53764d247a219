import { expect, test } from 'playwright/test';
import { GUIDE } from './support/companion.ts';
import { inFirefox } from './support/firefox.ts';
import { ownServer } from './support/server.ts';

test('Firefox opens the guide and the authenticator with the server gone', () =>
  inFirefox(async (page) => {
    const server = await ownServer();
    try {
      const ready = '[data-testid="enroll"][data-state="ready"]';
      const open = '.authenticator[data-state="unlocked"]';
      await page.goto(server.origin + GUIDE);
      await page.waitForSelector(ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, {
        timeout: 40_000,
      });
      await server.stop();
      await page.reload();
      await page.waitForSelector(ready);
      await page.goto(`${server.origin}/app/`);
      await page.waitForSelector(open);
      await page.goto(`${server.origin}/search/?q=lost%20phone`);
      await page.waitForSelector('[data-testid="search-result"]');
      // What was never opened is said to be missing, by our own page.
      await page.goto(`${server.origin}/security/`);
      const heading = await page.$eval('h1', ({ textContent }) => textContent);
      expect(heading).toBe('Not on this device');
    } finally {
      await server.stop();
    }
  }));

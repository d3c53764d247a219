import type { CDPSession, Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { goToApp, takeIn } from './support/vault.ts';

/** Everything that comes over the network before the first code can be read, headers included. */
const LIMIT = 60_000;

/** Counts what arrives, by the name of the file. */
function counting(session: CDPSession): Map<string, number> {
  const names = new Map<string, string>();
  const arrived = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    names.set(requestId, new URL(request.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    arrived.set(names.get(requestId) ?? requestId, encodedDataLength);
  });
  return arrived;
}

/** Leaves a mark in time when the first code stands in the page. */
async function markFirstCode(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const code = document.querySelector('[data-testid="entry-code"]');
      if (!/\d/.test(code?.textContent ?? '')) return;
      performance.mark('first-code');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

test('the first code takes less than 60 kB of transfer', async ({ page, key }) => {
  await takeIn(page, key);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await markFirstCode(page);
  const arrived = counting(session);
  await goToApp(page);
  await expect(page.getByTestId('entry-code')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked = await page.evaluate(() => {
    const [first] = performance.getEntriesByName('first-code');
    if (!first) throw new Error('No code was seen to appear.');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < first.startTime)
      .map(({ name }) => new URL(name).pathname);
  });
  const counted = ['/app/', ...new Set(asked)].map((name) => [name, arrived.get(name)] as const);
  expect(counted.length).toBeGreaterThan(5);
  const total = counted.reduce((sum, [, size]) => sum + (size ?? Infinity), 0);
  const list = counted.map(([name, size]) => `${name} ${size}`).join('\n');
  expect(total, list).toBeLessThan(LIMIT);
});

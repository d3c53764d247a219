import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type CDPSession, type Page } from 'playwright';
import { browserPath } from '../../../scripts/browser.ts';
import { ensureBuilt, site } from '../../../scripts/built.ts';
import { siteHandler } from '../../../scripts/site-handler.ts';
import { referenceBase32 } from '../../helpers/totp.ts';

export interface ListTimes {
  /** From the navigation to the first code, in milliseconds. */
  readonly first: number;
  /** What a second takes in which nothing but the clock changes: script, style and layout. */
  readonly tick: number;
  /** The longest of them, which a roll-over is among. */
  readonly rollOver: number;
  /** From a letter in the filter to the list after it. */
  readonly filter: number;
  /** Compressed bytes, headers apart, of the page and all that it loaded until the first code. */
  readonly transfer: number;
  /** Rows whose codes are made without scrolling. */
  readonly live: number;
}

const ROUNDS = 3;
const SECONDS = 32;

/** Fills a vault with this many entries and measures the authenticator with it. */
export async function measureList(size: number): Promise<ListTimes> {
  await ensureBuilt();
  const server = createServer(await siteHandler(site));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ ...browserPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      // What a worker hands over from its cache was not transferred, and counts uncompressed.
      serviceWorkers: 'block',
    });
    await page.addInitScript(noteFirstCode);
    await page.goto(`http://localhost:${port}/app/`);
    await fill(page, size);
    const opened: { first: number; transfer: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) opened.push(await open(page));
    const ticks = await measureTicks(page);
    return {
      first: median(opened.map(({ first }) => first)),
      transfer: Math.max(...opened.map(({ transfer }) => transfer)),
      tick: median(ticks),
      rollOver: Math.max(...ticks),
      live: await page.getByTestId('entry-code').count(),
      filter: await measureFilter(page),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

async function fill(page: Page, size: number): Promise<void> {
  const lines = Array.from({ length: size }, (_, at) => {
    const secret = referenceBase32(crypto.getRandomValues(new Uint8Array(20)));
    const issuer = `Service ${at % 100}`;
    return `otpauth://totp/${encodeURIComponent(issuer)}:person-${at}@example.com?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
  });
  const file = { name: 'links.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) };
  await page.getByTestId('vault-import').setInputFiles(file);
  await page.getByTestId('import-confirm').click({ timeout: 120_000 });
  await page.getByTestId('vault-entry').first().waitFor({ timeout: 120_000 });
}

/** Notes in the page when the first code is there. Runs in it: nothing from outside may be used. */
function noteFirstCode(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[data-testid="entry-code"]') === null) return;
    performance.mark('first-code');
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Loads the page anew with nothing in the cache; what came until the first code counts. */
async function open(page: Page): Promise<{ first: number; transfer: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.reload();
  await page.getByTestId('entry-code').first().waitFor({ timeout: 60_000 });
  const opened = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('first-code');
    const first = mark?.startTime ?? NaN;
    const loaded = ['navigation', 'resource'].flatMap(
      (type) => performance.getEntriesByType(type) as PerformanceResourceTiming[],
    );
    const before = loaded.filter(({ responseEnd }) => responseEnd <= first);
    return { first, transfer: before.reduce((sum, one) => sum + one.encodedBodySize, 0) };
  });
  await session.detach();
  return opened;
}

/** What our scripts, styles and layout take, second by second, by the browser's own count. */
async function measureTicks(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What opening the page began is done by then.
  await page.waitForTimeout(2_000);
  await untilMiddleOfSecond(page);
  const ticks: number[] = [];
  let before = await work(session);
  for (let second = 0; second < SECONDS; second += 1) {
    await page.waitForTimeout(1_000);
    const after = await work(session);
    ticks.push(after - before);
    before = after;
  }
  await session.detach();
  return ticks;
}

/** Script, style and layout so far, in milliseconds. Drawing is left out: it is the same for all. */
async function work(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return 1000 * (value('ScriptDuration') + value('RecalcStyleDuration') + value('LayoutDuration'));
}

async function untilMiddleOfSecond(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => setTimeout(resolve, 1_500 - (Date.now() % 1_000))),
  );
}

/** The time that a letter takes until the list is drawn again, in the page. */
async function measureFilter(page: Page): Promise<number> {
  const times = await page.getByTestId('vault-filter').evaluate(async (field, rounds) => {
    const input = field as HTMLInputElement;
    const drawn = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            resolve(performance.now());
          });
        });
      });
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const text of ['s', 'se', '']) {
        await drawn();
        const begin = performance.now();
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        taken.push((await drawn()) - begin);
      }
    }
    return taken;
  }, ROUNDS);
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

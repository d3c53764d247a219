import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { browserPath } from '../../../scripts/browser.ts';
import { ensureBuilt, site } from '../../../scripts/built.ts';
import { astroBuild } from '../support/astro-build.ts';
import { serve } from '../support/serve.ts';
import { starlightSite } from '../support/starlight.ts';
import { loadPage, type Load } from './load-page.ts';

const PAGE = '/guides/aws-mfa/';

/** How often each is loaded; the medians count. */
const TIMES = 5;

/** The AWS guide against a Starlight page with the same text, on a slow phone. */
export async function run(): Promise<string[]> {
  await ensureBuilt();
  const peer = await starlightSite(site, 'text');
  await astroBuild(peer, []);
  const [ours, starlight] = await Promise.all([serve(site), serve(path.join(peer, 'dist'))]);
  const browser = await chromium.launch(browserPath());
  const loads = { ours: [] as Load[], starlight: [] as Load[] };
  try {
    // In turn, so that whatever else the machine does falls on both.
    for (let time = 0; time < TIMES; time += 1) {
      loads.ours.push(await loadPage(browser, ours.origin + PAGE));
      loads.starlight.push(await loadPage(browser, starlight.origin + PAGE));
    }
  } finally {
    await close(browser);
    ours.close();
    starlight.close();
  }
  return report(medians(loads.ours), medians(loads.starlight));
}

async function close(browser: Browser): Promise<void> {
  await browser.close();
}

function medians(loads: readonly Load[]): Load {
  const median = (of: (load: Load) => number): number =>
    loads.map(of).sort((a, b) => a - b)[loads.length >> 1] ?? 0;
  return { lcp: median(({ lcp }) => lcp), bytes: median(({ bytes }) => bytes) };
}

function report(ours: Load, starlight: Load): string[] {
  console.log(`\nThe AWS guide and a Starlight page with the same text, on a slow phone`);
  const row = (name: keyof Load, unit: number): Record<string, string> => ({
    ours: (ours[name] / unit).toFixed(0),
    Starlight: (starlight[name] / unit).toFixed(0),
    ratio: (ours[name] / starlight[name]).toFixed(2),
  });
  console.table({ 'largest paint, ms': row('lcp', 1), 'transfer, kB': row('bytes', 1000) });
  const larger = (name: keyof Load): boolean => ours[name] > starlight[name];
  return [
    ...(larger('lcp') ? ['The largest paint comes later than Starlight’s.'] : []),
    ...(larger('bytes') ? ['The page transfers more than Starlight’s.'] : []),
  ];
}

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AstroIntegrationLogger } from 'astro';
import { build } from 'vite';
import { addressOf, type BuiltFile } from '../src/lib/build/manifest.ts';
import {
  belongsTo,
  EVERYTHING,
  NOT_SAVED,
  type Everything,
  type OfflinePlan,
} from '../src/lib/offline/plan.ts';
import type { KeptPart } from '../src/lib/search/pages.ts';
import { filesOf } from './build-manifest.ts';
import { pagesOf, type BuiltSite } from './built-site.ts';
import { root } from './built.ts';
import { parseRedirects } from './redirects.ts';

/** The pages that work offline after one visit, whichever page was visited. */
const shell = ['/', '/app/', '/guides/', '/guides/aws-mfa/', '/search/', NOT_SAVED];

/** What pages name beside their scripts and styles. */
const pictures = ['/favicon.svg', '/manifest.webmanifest', '/icons/icon-192.png'];

/** The large decoder and the script that only it needs. */
const decoder = /\.wasm$|\/wasm-reader-/;

/**
 * Bytes of the search index that are kept before anyone searched; beyond that, texts are kept
 * once they were used. So what is kept does not grow with the number of guides.
 */
const SEARCH_AT_ONCE = 400_000;

/** Where the texts of pages are that search shows. */
const TEXTS = '/pagefind/page/';

type Files = Readonly<Record<string, BuiltFile>>;

/** Writes `/offline.json`, the list of all that can be kept. */
export function writeOfflineList(site: BuiltSite): void {
  const files = filesOf(site);
  const pages = addressesOf(site);
  const kept = [...pages.map(fileOf), ...Object.keys(files).filter(isAsset)];
  const bytes = kept.reduce((sum, file) => sum + (files[file]?.bytes ?? 0), 0);
  const everything: Everything = { pages, bytes };
  site.write(EVERYTHING, JSON.stringify(everything));
}

/**
 * Bundles the service worker and writes it with its plan, which has the hashes of what it keeps.
 * Gives the plan.
 */
export async function writeServiceWorker(
  site: BuiltSite,
  logger: AstroIntegrationLogger,
): Promise<OfflinePlan> {
  const plan = offlinePlan(site);
  const code = await bundle();
  site.write('/sw.js', withPlan(code, plan));
  const core = Object.keys(plan.core).map((address) => site.hashed(fileOf(address)));
  const kilobytes = Math.round(core.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  logger.info(`keeps ${core.length} files, ${kilobytes} kB uncompressed`);
  return plan;
}

/** What the service worker keeps of a built site. */
export function offlinePlan(site: BuiltSite): OfflinePlan {
  const files = filesOf(site);
  const { core, later } = chosen(files, textsFirst(site, files));
  checkServed([...core, ...later]);
  const moved = parseRedirects(site.text('/_redirects'));
  const hashes = (addresses: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      addresses.map((address) => [
        address,
        Buffer.from(files[fileOf(address)]?.sha256 ?? '', 'hex').toString('base64'),
      ]),
    );
  const plan = { core: hashes(core), later: hashes(later), moved: Object.fromEntries(moved) };
  const headers = files['/_headers']?.sha256.slice(0, 8) ?? '';
  const build = createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 12);
  return { build, headers, ...plan };
}

/** The worker as it is served: its plan stands before its code, on a line of its own. */
export function withPlan(code: string, plan: OfflinePlan): string {
  return `self.plan=${JSON.stringify(plan)};\n${code}`;
}

/** The texts for search of the pages in the shell, and of those about no service. */
function textsFirst(site: BuiltSite, files: Files): Set<string> {
  const texts = Object.keys(files).filter((file) => file.startsWith(TEXTS));
  return new Set(
    texts.filter((file) => {
      const { url, service } = JSON.parse(site.text(file)) as KeptPart;
      return service === '' || shell.includes(url);
    }),
  );
}

function chosen(files: Files, first: ReadonlySet<string>): { core: string[]; later: string[] } {
  const core = [...shell, ...pictures];
  const later: string[] = [];
  let search = 0;
  const rank = (address: string): number => (first.has(address) ? 0 : 1);
  const assets = Object.keys(files).filter(isAsset);
  for (const address of assets.sort((a, b) => parts(a, b) || rank(a) - rank(b))) {
    const bytes = files[address]?.bytes ?? 0;
    if (address.startsWith('/pagefind/')) search += bytes;
    (decoder.test(address) || search > SEARCH_AT_ONCE ? later : core).push(address);
  }
  return { core: core.sort(), later: later.sort() };
}

/** Of the search index, what every search needs comes first, then the index, then texts. */
function parts(a: string, b: string): number {
  const rank = (address: string): number =>
    ['/pagefind/index/', TEXTS].findIndex((part) => address.startsWith(part));
  return rank(a) - rank(b);
}

function isAsset(file: string): boolean {
  return /^\/(_astro|pagefind)\//.test(file);
}

function fileOf(address: string): string {
  return address.replace(/\/$/, '/index.html');
}

/** The addresses of all pages but those of errors. */
function addressesOf(site: BuiltSite): string[] {
  return pagesOf(site).flatMap((file) => {
    const address = addressOf(file);
    return address?.endsWith('/') ? [address] : [];
  });
}

/**
 * Sees that whatever pages name is kept: a page whose scripts are not all known would never be.
 *
 * @param named scripts and styles, each with a page that names it
 */
export function checkKept(plan: OfflinePlan, named: ReadonlyMap<string, string>): void {
  for (const [file, page] of named) {
    if (!belongsTo(plan, [file])) throw new Error(`${page} names ${file}, which is not kept.`);
  }
}

function checkServed(kept: readonly string[]): void {
  for (const address of kept) {
    if (addressOf(fileOf(address)) !== address) throw new Error(`${address} is not served so.`);
  }
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: path.join(root, 'src/workers/service-worker.ts'),
        formats: ['iife'],
        name: 'worker',
      },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The service worker could not be bundled.');
  return chunk.code;
}

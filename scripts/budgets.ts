import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AstroIntegrationLogger } from 'astro';
import { pagesOf, type BuiltSite } from './built-site.ts';
import { closure, without, type ChunkGraph } from './chunk-graph.ts';

/** Limits in bytes, gzip, for every page. */
const limits = {
  html: 12_000,
  css: 9_000,
  /** Scripts of the site itself: those of the page, islands apart. */
  site: 8_000,
  /** What an island loads with the page: its renderer, its shell and all they import. */
  island: 25_000,
  /**
   * Everything that using the page can load on top, decoder, camera and `care` apart. What
   * the companion and the authenticator share is in files of its own: 0.7 kB of compression
   * are lost, and whoever uses both loads it once. The clock that codes are made by, which
   * can be corrected, is in every one of them: 0.5 kB.
   */
  used: 50_000,
  /** What locking, unlocking, backups and settings load on top of that, once they are wanted. */
  care: 45_000,
  /** What the panels of single entries and of taking several along load, each when it is opened. */
  panels: 40_000,
} as const;

/**
 * Not counted in `used`: what looks after offline use, which loads once the page is idle
 * and only brings what is kept for later; search, which has a limit of its own in its test; the camera, and
 * the decoder with its fallback for engines that open no pictures in workers.
 */
const apart =
  /(^|\/)((work-)?offline|search-dialog|search-panel|CameraPanel|video\.browser|scan\.worker|scan-errors|reader|picture\.browser|pixels\.browser)/;

/**
 * Where `care` begins: what only these bring along is theirs. Comparing the clock is care, too:
 * it comes after the codes.
 */
const care =
  /(^|\/)(several|(Entry)?QrCode|ClockNotice|InstallHint|access\.browser|archive\.browser|code-settings|LockedPanel|UnlockForm|Care|Nag|Trouble|keep-up|lock-when-idle|kdf\.worker)/;

/** Scripts that start an island. */
const startsIsland = /\/(Enroll|Vault)\.astro_/;

/** Where `panels` begin. */
const panels =
  /(^|\/)(EntryHistory|EditForm|AddPanel|Duplicates|TakePanel|TakeSeveral|GuidePanel|RecoveryPanel|AllRecovery|DevicesPanel)/;

/** Bytes, gzip. */
type Sizes = Record<keyof typeof limits, number>;
type Measure<Size> = (name: string) => Promise<Size>;

/** Measures every page that the build wrote and fails it where one is over a limit. */
export async function checkBudgets(
  site: BuiltSite,
  graph: ChunkGraph,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const over: string[] = [];
  const files = measuredOnce(async (file) => gzipped(site.read(`/${file}`)));
  // Most pages load the same scripts.
  const scripts = measuredOnce((sources) =>
    measureScripts(sources.split(' ').filter(Boolean), graph, files),
  );
  const measure = async (page: string): Promise<Sizes> => {
    const html = site.text(page);
    const { inline, ...own } = await measurePage(html, files);
    const loaded = await scripts(sourcesOf(html));
    return { ...own, ...loaded, site: loaded.site + inline };
  };
  const pages = pagesOf(site);
  for (const [page, sizes] of await measureSome(pages, measure)) {
    logger.info(`${page.slice(1)}: ${describe(sizes)}`);
    for (const [name, limit] of Object.entries(limits)) {
      const size = sizes[name as keyof typeof limits];
      if (size > limit) over.push(`${page}: ${name} is ${size} bytes, the limit is ${limit}`);
    }
  }
  if (over.length > 0) throw new Error(`Over the size budget (gzip):\n${over.join('\n')}`);
}

/** How many pages are measured at a time: compressing takes a quarter of a megabyte each. */
const AT_ONCE = 16;

async function measureSome<Size>(
  pages: readonly string[],
  measure: Measure<Size>,
): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>();
  for (let done = 0; done < pages.length; done += AT_ONCE) {
    const some = pages.slice(done, done + AT_ONCE);
    const measured = await Promise.all(some.map(measure));
    some.forEach((page, index) => sizes.set(page, measured[index] as Size));
  }
  return sizes;
}

/** What a page weighs itself, with its styles; what it says in scripts of its own is part of it. */
async function measurePage(
  html: string,
  sizeOf: Measure<number>,
): Promise<Pick<Sizes, 'html' | 'css'> & { inline: number }> {
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)];
  const styles = filesIn(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  return {
    html: await gzipped(Buffer.from(html)),
    css: await total(styles, sizeOf),
    inline: sum(await Promise.all(inline.map(([, text = '']) => gzipped(Buffer.from(text))))),
  };
}

/** What scripts weigh, with all that they can load. */
async function measureScripts(
  sources: readonly string[],
  graph: ChunkGraph,
  sizeOf: Measure<number>,
): Promise<Omit<Sizes, 'html' | 'css'>> {
  const ofIsland = (file: string): boolean => startsIsland.test(file);
  const scripts = closure(
    graph,
    sources.filter((file) => !ofIsland(file)),
    'imports',
  );
  const shell = closure(graph, sources.filter(ofIsland), 'imports');
  const entries = [...scripts, ...shell];
  const everything = closure(graph, entries, 'imports', 'dynamicImports');
  const within = (names: readonly RegExp[]) =>
    closure(without(graph, names), entries, 'imports', 'dynamicImports');
  const used = within([care, panels]);
  const cared = within([panels]);
  const rest = (files: ReadonlySet<string>, known: ReadonlySet<string>): string[] =>
    [...files].filter((file) => !apart.test(file) && !known.has(file));
  return {
    site: await total(scripts, sizeOf),
    island: await total(
      [...shell].filter((file) => !scripts.has(file)),
      sizeOf,
    ),
    used: await total(
      [...used].filter((file) => !apart.test(file)),
      sizeOf,
    ),
    care: await total(rest(cared, used), sizeOf),
    panels: await total(rest(everything, cared), sizeOf),
  };
}

/** The scripts that a page loads by itself, one after the other. */
function sourcesOf(html: string): string {
  return filesIn(html, /<script[^>]*\bsrc="([^"]+)"/g).join(' ');
}

function filesIn(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, file = '']) => file.replace(/^\//, ''));
}

/** Measures what goes by one name once, however often it is asked for. */
function measuredOnce<Size>(measure: Measure<Size>): Measure<Size> {
  const known = new Map<string, Promise<Size>>();
  return (name) => {
    const size = known.get(name) ?? measure(name);
    known.set(name, size);
    return size;
  };
}

async function total(files: Iterable<string>, sizeOf: Measure<number>): Promise<number> {
  return sum(await Promise.all([...files].map(sizeOf)));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}

/** Compresses in threads of its own, beside the page that is looked at next. */
const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

async function gzipped(content: Buffer): Promise<number> {
  return (await compress(content, { level: 9 })).byteLength;
}

function describe(sizes: Sizes): string {
  return Object.entries(sizes)
    .map(([name, size]) => `${name} ${(size / 1000).toFixed(1)}`)
    .join(', ')
    .concat(' kB gzip');
}

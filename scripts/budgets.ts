import { gzipSync } from 'node:zlib';
import type { AstroIntegrationLogger } from 'astro';
import type { BuiltSite } from './built-site.ts';
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
export type Sizes = Record<keyof typeof limits, number>;
type Measure<Size> = (name: string) => Size;

/** Measures pages of the site. */
export function measuring(site: BuiltSite, graph: ChunkGraph): (html: string) => Sizes {
  const files = measuredOnce((file) => gzipped(site.read(`/${file}`)));
  // Most pages load the same scripts.
  const scripts = measuredOnce((sources) =>
    measureScripts(sources.split(' ').filter(Boolean), graph, files),
  );
  return (html) => {
    const { inline, ...own } = measurePage(html, files);
    const loaded = scripts(sourcesOf(html));
    return { ...own, ...loaded, site: loaded.site + inline };
  };
}

/** Of more pages than these, only the heaviest are told of. */
const TOLD = 50;

/**
 * @param pages what each weighs, by its file
 * @throws Error where a page is over a limit
 */
export function checkBudgets(
  pages: ReadonlyMap<string, Sizes>,
  logger: Pick<AstroIntegrationLogger, 'info'>,
): void {
  const told = [...pages].sort(([, a], [, b]) => b.html - a.html).slice(0, TOLD);
  for (const [page, sizes] of told) logger.info(`${page.slice(1)}: ${describe(sizes)}`);
  if (told.length < pages.size) logger.info(`${pages.size - told.length} more have less HTML`);
  const over = [...pages].flatMap(([page, sizes]) =>
    Object.entries(limits).flatMap(([name, limit]) => {
      const size = sizes[name as keyof typeof limits];
      return size > limit ? [`${page}: ${name} is ${size} bytes, the limit is ${limit}`] : [];
    }),
  );
  if (over.length > 0) throw new Error(`Over the size budget (gzip):\n${over.join('\n')}`);
}

/** What a page weighs itself, with its styles; what it says in scripts of its own is part of it. */
function measurePage(
  html: string,
  sizeOf: Measure<number>,
): Pick<Sizes, 'html' | 'css'> & { inline: number } {
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)];
  const styles = filesIn(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  return {
    html: gzipped(Buffer.from(html)),
    css: total(styles, sizeOf),
    inline: sum(inline.map(([, text = '']) => gzipped(Buffer.from(text)))),
  };
}

/** What scripts weigh, with all that they can load. */
function measureScripts(
  sources: readonly string[],
  graph: ChunkGraph,
  sizeOf: Measure<number>,
): Omit<Sizes, 'html' | 'css'> {
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
    site: total(scripts, sizeOf),
    island: total(
      [...shell].filter((file) => !scripts.has(file)),
      sizeOf,
    ),
    used: total(
      [...used].filter((file) => !apart.test(file)),
      sizeOf,
    ),
    care: total(rest(cared, used), sizeOf),
    panels: total(rest(everything, cared), sizeOf),
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
  const known = new Map<string, Size>();
  return (name) => {
    const size = known.get(name) ?? measure(name);
    known.set(name, size);
    return size;
  };
}

function total(files: Iterable<string>, sizeOf: Measure<number>): number {
  return sum([...files].map(sizeOf));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}

function gzipped(content: Buffer): number {
  return gzipSync(content, { level: 9 }).byteLength;
}

function describe(sizes: Sizes): string {
  return Object.entries(sizes)
    .map(([name, size]) => `${name} ${(size / 1000).toFixed(1)}`)
    .join(', ')
    .concat(' kB gzip');
}

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

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
  /(^|\/)(several|(Entry)?QrCode|ClockNotice|access\.browser|archive\.browser|code-settings|LockedPanel|UnlockForm|Care|Nag|Trouble|keep-up|lock-when-idle|kdf\.worker)/;

/** Scripts that start an island. */
const startsIsland = /\/(Enroll|Vault)\.astro_/;

/** Where `panels` begin. */
const panels =
  /(^|\/)(EntryHistory|EditForm|AddPanel|Duplicates|TakePanel|TakeSeveral|GuidePanel|RecoveryPanel|AllRecovery|DevicesPanel)/;

interface Chunk {
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}
type Graph = ReadonlyMap<string, Chunk>;
type Sizes = Record<keyof typeof limits, number>;

/** Measures every page that the build wrote and fails it where one is over a limit. */
export function budgets(): AstroIntegration {
  const graph = new Map<string, Chunk>();
  return {
    name: '2faa-budgets',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect(graph)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const over: string[] = [];
        for (const page of await htmlFiles(site)) {
          const sizes = await measure(site, page, graph);
          logger.info(`${page}: ${describe(sizes)}`);
          for (const [name, limit] of Object.entries(limits)) {
            const size = sizes[name as keyof typeof limits];
            if (size > limit) over.push(`${page}: ${name} is ${size} bytes, the limit is ${limit}`);
          }
        }
        if (over.length > 0) throw new Error(`Over the size budget (gzip):\n${over.join('\n')}`);
      },
    },
  };
}

/** Remembers which chunk of the page's code imports which. */
function collect(graph: Map<string, Chunk>): Plugin {
  return {
    name: '2faa-chunk-graph',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') graph.set(file.fileName, file);
      }
    },
  };
}

async function measure(site: string, page: string, graph: Graph): Promise<Sizes> {
  const html = await readFile(path.join(site, page), 'utf8');
  const all = (pattern: RegExp): string[] =>
    [...html.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/^\//, ''));
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)];
  const sources = all(/<script[^>]*\bsrc="([^"]+)"/g);
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
  const total = (files: Iterable<string>): Promise<number> => totalSize(site, files);
  return {
    html: gzip(Buffer.from(html)),
    css: await total(all(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)),
    site:
      (await total(scripts)) +
      inline.reduce((sum, [, code]) => sum + gzip(Buffer.from(code ?? '')), 0),
    island: await total([...shell].filter((file) => !scripts.has(file))),
    used: await total([...used].filter((file) => !apart.test(file))),
    care: await total(rest(cared, used)),
    panels: await total(rest(everything, cared)),
  };
}

/** The files that loading `entries` brings along, themselves included. */
function closure(graph: Graph, entries: readonly string[], ...edges: (keyof Chunk)[]): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const chunk = graph.get(file);
    for (const edge of edges) chunk?.[edge].forEach(visit);
  };
  entries.forEach(visit);
  return found;
}

/** The graph without what loads on demand under one of these names. */
function without(graph: Graph, names: readonly RegExp[]): Graph {
  const withoutEdges = ({ imports, dynamicImports }: Chunk): Chunk => ({
    imports,
    dynamicImports: dynamicImports.filter((file) => !names.some((name) => name.test(file))),
  });
  return new Map([...graph].map(([file, chunk]) => [file, withoutEdges(chunk)]));
}

async function totalSize(site: string, files: Iterable<string>): Promise<number> {
  const sizes = [...files].map(async (file) => gzip(await readFile(path.join(site, file))));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function htmlFiles(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).sort();
}

function gzip(content: Buffer): number {
  return gzipSync(content, { level: 9 }).byteLength;
}

function describe(sizes: Sizes): string {
  return Object.entries(sizes)
    .map(([name, size]) => `${name} ${(size / 1000).toFixed(1)}`)
    .join(', ')
    .concat(' kB gzip');
}

import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../../scripts/built.ts';
import { newAside, putAside } from '../support/aside.ts';
import { astroBuild, type BuildCost } from '../support/astro-build.ts';
import { starlightSite } from '../support/starlight.ts';

/** `BENCH_GUIDES=10,100` measures less. */
const sizes = (process.env.BENCH_GUIDES ?? '10,100,1000,3000').split(',').map(Number);

/** From so many guides on, our build must take a part of the time that Starlight takes. */
const MANY = 1000;
const SHARE = 1 / 3;

/** Megabytes that building 1,000 guides may hold. */
const MEMORY = 1500;

/** Pages of a guide may differ by so much, whatever the number of guides. */
const SAME = 1.02;

interface Row {
  readonly guides: number;
  readonly ours: BuildCost;
  /** The same guides. */
  readonly starlight: BuildCost;
  /** Their text, without the companion. */
  readonly text: BuildCost;
  /** Bytes of a guide's page, gzip. */
  readonly ourPage: number;
  readonly starlightPage: number;
}

/** What building many guides costs, ours and Starlight's one after the other. */
export async function run(): Promise<string[]> {
  const rows: Row[] = [];
  for (const guides of sizes) rows.push(await measure(guides));
  console.log('\nBuilding the same guides');
  console.table(Object.fromEntries(rows.map((row) => [`${row.guides} guides`, cells(row)])));
  return rows.flatMap(shortcomings).concat(growing(rows));
}

async function measure(guides: number): Promise<Row> {
  const built = await newAside(path.join(tmpdir(), '2faa-built'));
  // Else it would build on what an earlier build has rendered.
  await putAside(path.join(root, 'node_modules', '.astro'));
  const ours = await astroBuild(root, ['--outDir', built], { GUIDES_SCALE: String(guides) });
  const text = await astroBuild(await starlightSite(built, 'text'), []);
  const peer = await starlightSite(built, 'guide');
  const starlight = await astroBuild(peer, []);
  const page = path.join('guides', 'scale-1', 'index.html');
  return {
    guides,
    ours,
    starlight,
    text,
    ourPage: await compressedSize(path.join(built, page)),
    starlightPage: await compressedSize(path.join(peer, 'dist', page)),
  };
}

async function compressedSize(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).byteLength;
}

function cells({ ours, starlight, text, ourPage, starlightPage }: Row): Record<string, string> {
  return {
    'ours s': ours.seconds.toFixed(1),
    'Starlight s': starlight.seconds.toFixed(1),
    'its text s': text.seconds.toFixed(1),
    'ours, of its time': (ours.seconds / starlight.seconds).toFixed(2),
    'of its text': (ours.seconds / text.seconds).toFixed(2),
    'ours MB': ours.megabytes.toFixed(0),
    'Starlight MB': starlight.megabytes.toFixed(0),
    'our page kB': (ourPage / 1000).toFixed(1),
    'its page kB': (starlightPage / 1000).toFixed(1),
  };
}

function shortcomings({ guides, ours, starlight }: Row): string[] {
  const share = ours.seconds / starlight.seconds;
  return [
    ...(guides >= MANY && share > SHARE
      ? [`${guides} guides take ${share.toFixed(2)} of Starlight's time, a third is allowed`]
      : []),
    ...(guides <= MANY && ours.megabytes > MEMORY
      ? [`${guides} guides take ${ours.megabytes.toFixed(0)} MB, ${MEMORY} are allowed`]
      : []),
  ];
}

function growing(rows: readonly Row[]): string[] {
  const pages = rows.map(({ ourPage }) => ourPage);
  const [least, most] = [Math.min(...pages), Math.max(...pages)];
  return most / least > SAME
    ? [`The page of a guide grows with their number: from ${least} to ${most} bytes`]
    : [];
}

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { browserPath } from '../../../scripts/browser.ts';
import { ensureBuilt, site } from '../../../scripts/built.ts';
import { outside } from '../support/outside.ts';
import { serve } from '../support/serve.ts';

const pages = ['/', '/guides/aws-mfa/', '/app/', '/search/'] as const;

/** `BENCH_RUNS=1` measures less; the median counts. */
const RUNS = Number(process.env.BENCH_RUNS ?? 5);

/** Of 100; performance is a median, the others hold in every run. */
const limits = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

type Category = keyof typeof limits;
type Scores = Readonly<Record<Category, number>>;

interface Audited extends Scores {
  /** What cost points, apart from performance. */
  readonly failed: readonly string[];
}

/** Lighthouse, as a phone sees the pages. */
export async function run(): Promise<string[]> {
  await ensureBuilt();
  const served = await serve(site);
  try {
    const rows: [string, Scores][] = [];
    const short: string[] = [];
    for (const page of pages) {
      const audits: Audited[] = [];
      for (let run = 0; run < RUNS; run += 1) audits.push(await audit(served.origin + page));
      const scores = summary(audits);
      rows.push([page, scores]);
      short.push(...shortcomings(page, scores, audits));
    }
    console.log(`\nLighthouse, mobile, ${RUNS} runs (performance: the median, others: the least)`);
    console.table(Object.fromEntries(rows));
    return short;
  } finally {
    served.close();
  }
}

interface Report {
  readonly categories: Readonly<
    Record<Category, { score: number | null; auditRefs: readonly { id: string }[] }>
  >;
  readonly audits: Readonly<Record<string, { title: string; score: number | null }>>;
}

async function audit(address: string): Promise<Audited> {
  const cli = path.join(await outside(), 'node_modules', 'lighthouse', 'cli', 'index.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      cli,
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${Object.keys(limits).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    {
      maxBuffer: 64_000_000,
      env: {
        ...process.env,
        CHROME_PATH: browserPath().executablePath ?? chromium.executablePath(),
      },
    },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  const score = (name: Category): number => Math.round((categories[name].score ?? 0) * 100);
  const others = Object.keys(limits).filter((name) => name !== 'performance') as Category[];
  const failed = others
    .flatMap((name) => categories[name].auditRefs)
    .map(({ id }) => audits[id])
    .flatMap((each) => (each?.score === 0 ? each.title : []));
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    failed,
  };
}

function summary(audits: readonly Audited[]): Scores {
  const sorted = (name: Category): number[] =>
    audits.map((each) => each[name]).sort((a, b) => a - b);
  return {
    performance: sorted('performance')[audits.length >> 1] ?? 0,
    accessibility: sorted('accessibility')[0] ?? 0,
    'best-practices': sorted('best-practices')[0] ?? 0,
    seo: sorted('seo')[0] ?? 0,
  };
}

function shortcomings(page: string, scores: Scores, audits: readonly Audited[]): string[] {
  const low = Object.entries(limits).filter(([name, limit]) => scores[name as Category] < limit);
  const why = [...new Set(audits.flatMap(({ failed }) => failed))].join('; ');
  return low.map(
    ([name, limit]) =>
      `${page}: ${name} is ${scores[name as Category]}, not ${limit}${why && ` (${why})`}`,
  );
}

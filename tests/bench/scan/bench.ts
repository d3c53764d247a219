import { runInChromium } from './chromium.ts';
import { fixturePictures } from './fixtures.ts';
import { nodeReaders, type Reader } from './node-readers.ts';
import { benchPictures, type BenchPicture } from './pictures.ts';
import { OURS, print, round, shortcomings, summarize, type Outcome } from './result.ts';

/** Milliseconds that 19 of 20 screenshots of a 4K screen take at most. */
const LIMIT_4K = 400;

/** Compares our cascade with its peers, picture by picture in one run, in Node and in Chromium. */
export async function run(): Promise<string[]> {
  const sets = { 'made here': benchPictures(), 'real pictures': fixturePictures() };
  const short: string[] = [];
  for (const [name, pictures] of Object.entries(sets)) {
    if (pictures.length === 0) console.log(`\nSkipped: ${name}, as they are not there.`);
    else {
      short.push(...report(`Node, ${name}`, await runInNode(pictures)));
      short.push(...report(`Chromium, ${name}`, await runInChromium(pictures)));
    }
  }
  return short;
}

function report(title: string, outcomes: readonly Outcome[]): string[] {
  const summaries = summarize(outcomes);
  print(title, summaries);
  printKinds(outcomes);
  const large = outcomes.filter(({ kind, reader }) => kind === 'screenshot 4K' && reader === OURS);
  const [of4K] = summarize(large);
  if (of4K) console.log(`Screenshots of 4K: p95 ${round(of4K.p95)} ms`);
  const slow = of4K !== undefined && of4K.p95 > LIMIT_4K;
  return [
    ...shortcomings(title, summaries),
    ...(slow ? [`${title}: p95 at 4K is ${round(of4K.p95)} ms, ${LIMIT_4K} are allowed`] : []),
  ];
}

/** How many of each kind each reader decodes, where there are kinds. */
function printKinds(outcomes: readonly Outcome[]): void {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  if (kinds.length === 1) return;
  const rows = kinds.map((kind) => {
    const summaries = summarize(outcomes.filter((outcome) => outcome.kind === kind));
    const cells = summaries.map(({ reader, decoded }) => [reader, decoded]);
    return [kind, { of: summaries[0]?.total, ...Object.fromEntries(cells) }] as const;
  });
  console.table(Object.fromEntries(rows));
}

async function runInNode(pictures: readonly BenchPicture[]): Promise<Outcome[]> {
  const readers = Object.entries(await nodeReaders());
  const outcomes: Outcome[] = [];
  for (const { kind, text, make } of pictures) {
    const picture = await make();
    for (const [reader, read] of readers) {
      const begin = performance.now();
      const texts = await attempt(read, picture);
      const time = performance.now() - begin;
      outcomes.push({ kind, reader, decoded: isRight(texts, text), time });
    }
  }
  return outcomes;
}

async function attempt(read: Reader, picture: Parameters<Reader>[0]): Promise<string[]> {
  try {
    return await read(picture);
  } catch {
    // Some throw where they find nothing.
    return [];
  }
}

function isRight(texts: readonly string[], expected: string | undefined): boolean {
  return expected === undefined ? texts.length > 0 : texts.some((text) => text.trim() === expected);
}

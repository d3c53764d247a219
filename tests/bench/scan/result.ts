/** What one reader made of one picture. */
export interface Outcome {
  readonly kind: string;
  readonly reader: string;
  readonly decoded: boolean;
  /** Milliseconds, whether it was decoded or not. */
  readonly time: number;
}

/** What one reader made of a set. */
export interface Summary {
  readonly reader: string;
  readonly decoded: number;
  readonly total: number;
  readonly median: number;
  readonly p95: number;
}

export const OURS = '2FAA';

/** Milliseconds that our median may take whatever the peers need. */
const MEDIAN_LIMIT = 10;

/** Our median may be this many times the fastest peer's of those that read the most. */
const MEDIAN_RATIO = 2;

export function summarize(outcomes: readonly Outcome[]): Summary[] {
  const readers = [...new Set(outcomes.map(({ reader }) => reader))];
  return readers.map((reader) => {
    const own = outcomes.filter((outcome) => outcome.reader === reader);
    const times = own.map(({ time }) => time).sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
    const decoded = own.filter((outcome) => outcome.decoded).length;
    return { reader, decoded, total: own.length, median: at(0.5), p95: at(0.95) };
  });
}

/** Prints a table: each reader, and how it stands to ours. */
export function print(title: string, summaries: readonly Summary[]): void {
  const ours = summaries.find(({ reader }) => reader === OURS);
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      summaries.map(({ reader, decoded, total, median, p95 }) => [
        reader,
        {
          decoded: `${decoded}/${total}`,
          'median ms': round(median),
          'p95 ms': round(p95),
          'ours, in its medians': round((ours?.median ?? 0) / median),
        },
      ]),
    ),
  );
}

/** What our cascade falls short of: no peer decodes more, and the median is short enough. */
export function shortcomings(title: string, summaries: readonly Summary[]): string[] {
  const ours = summaries.find(({ reader }) => reader === OURS);
  const peers = summaries.filter(({ reader }) => reader !== OURS);
  if (ours === undefined) return [`${title}: nothing was measured`];
  const most = Math.max(...peers.map(({ decoded }) => decoded));
  const best = Math.min(
    ...peers.filter(({ decoded }) => decoded === most).map((peer) => peer.median),
  );
  const allowed = Math.max(MEDIAN_LIMIT, MEDIAN_RATIO * best);
  return [
    ...(ours.decoded < most ? [`${title}: a peer decodes ${most}, ours ${ours.decoded}`] : []),
    ...(ours.median > allowed
      ? [`${title}: the median is ${round(ours.median)} ms, ${round(allowed)} are allowed`]
      : []),
  ];
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

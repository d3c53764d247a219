import { measureList, type ListTimes } from './chromium.ts';

/** How many entries are tried; the limits hold for all of them up to `LIMITED`. */
const SIZES = [10, 100, 2_000, 10_000];
const LIMITED = 2_000;

/** Milliseconds that a tick may cost. */
const LIMIT_TICK = 8;

/** Bytes that may come over the wire before the first code is shown. */
const LIMIT_TRANSFER = 60_000;

/** What a long list costs in Chromium: to open, in each second, at a roll-over, to filter. */
export async function run(): Promise<string[]> {
  const rows: Record<string, Record<string, string>> = {};
  const short: string[] = [];
  for (const size of SIZES) {
    const times = await measureList(size);
    rows[`${size} entries`] = describe(times);
    if (size > LIMITED) continue;
    if (times.tick > LIMIT_TICK)
      short.push(`a tick of ${size} entries costs ${ms(times.tick)}, ${LIMIT_TICK} are allowed`);
    if (times.transfer > LIMIT_TRANSFER)
      short.push(`${times.transfer} bytes come before the first code, ${LIMIT_TRANSFER} may`);
  }
  console.log('\nThe list, Chromium (medians; a tick is script, style and layout of one second)');
  console.table(rows);
  return short;
}

function describe({ first, tick, rollOver, filter, transfer, live }: ListTimes) {
  return {
    'reload to first code': ms(first),
    tick: ms(tick),
    'longest tick': ms(rollOver),
    'a letter in the filter': ms(filter),
    'bytes to first code': String(transfer),
    'rows with codes': String(live),
  };
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

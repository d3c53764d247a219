import { isTimed } from '../../lib/otp/codes.ts';
import { isTooLate } from '../../lib/otp/pair.ts';
import type { TimedParameters } from '../../lib/otp/parameters.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { timedCode } from '../codes.ts';
import { styled } from '../colors.ts';
import { describe } from '../entry-text.ts';
import { RefusedError, UsageError } from '../errors.ts';
import { findEntry, matching } from '../find.ts';
import { openVaultFile } from '../vault/open.ts';
import type { CodeOptions } from './command.ts';

type TimedEntry = Entry & { readonly otp: TimedParameters };

const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
/** To the first column, so many lines up, and away with all below. */
const redraw = (lines: number) => `\r${lines > 0 ? `\u001B[${lines}A` : ''}\u001B[J`;

const BAR = 10;

/** Shows the codes of all entries that match, with their countdown, until Ctrl-C. */
export async function watch(query: string, options: CodeOptions): Promise<void> {
  const { stdout } = process;
  if (!stdout.isTTY) throw new UsageError('--watch is for a terminal. Leave it out in scripts.');
  const { entries } = await openVaultFile(options);
  const found = matching(entries, query);
  // Says why there is none.
  if (found.length === 0) findEntry(entries, query);
  const shown = found.filter((entry): entry is TimedEntry => isTimed(entry.otp));
  if (shown.length === 0)
    throw new RefusedError('The codes of this entry follow a counter: ask for one with 2faa code.');
  let drawn = 0;
  const draw = (): void => {
    // A terminal that does not know its size says 0.
    const room = Math.max(1, (stdout.rows || 24) - 2);
    const lines = linesOf(shown, Date.now(), stdout.columns || 80).slice(0, room);
    stdout.write(`${redraw(drawn)}${lines.join('\n')}\n`);
    drawn = lines.length;
  };
  stdout.write(HIDE_CURSOR);
  await new Promise<void>((resolve) => {
    const timer = setInterval(draw, 1000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        clearInterval(timer);
        resolve();
      });
    draw();
  });
  // The codes do not stay on the screen.
  stdout.write(redraw(drawn) + SHOW_CURSOR);
}

/** A line for each entry: code, the one after it, seconds left as a number and a bar, name. */
function linesOf(entries: readonly TimedEntry[], nowMs: number, columns: number): string[] {
  return entries.map((entry) => {
    const { code, next, period, expiresIn } = timedCode(entry.otp, nowMs);
    const left = expiresIn ?? 0;
    const filled = Math.ceil((left / (period ?? left)) * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const late = isTooLate(left, period ?? left);
    const time = `${bar} ${String(left).padStart(3)} s`;
    const used = 13 + 13 + time.length + 2;
    const name = describe(entry).slice(0, Math.max(0, columns - used - 1));
    return [
      styled('bold', grouped(code).padEnd(13)),
      styled('dim', grouped(next ?? '').padEnd(13)),
      styled(late ? 'yellow' : 'dim', time),
      `  ${name}`,
    ].join('');
  });
}

/** In two halves, as people read codes. */
function grouped(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** Which data modules each mask inverts (ISO/IEC 18004, table 10); `x` is the column. */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** What looks like the corner pattern with light on one side, as text of 1 and 0. */
const CORNER_LIKE = /(?=10111010000|00001011101)/g;

/** How hard a code is to read: the four features of table 11, added up. */
export function penaltyOf(modules: readonly (readonly boolean[])[]): number {
  const rows = modules.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  const columns = modules.map((_, x) =>
    modules.map((row) => (row[x] === true ? '1' : '0')).join(''),
  );
  const lines = [...rows, ...columns];
  const linePenalties = lines.map((line) => runsIn(line) + 40 * countOf(line, CORNER_LIKE));
  return (
    linePenalties.reduce((sum, penalty) => sum + penalty, 0) + squaresIn(rows) + balanceOf(rows)
  );
}

/** Five of a color in a row cost 3, each more one more. */
function runsIn(line: string): number {
  const runs = line.match(/0{5,}|1{5,}/g) ?? [];
  return runs.reduce((sum, run) => sum + run.length - 2, 0);
}

/** Each square of two by two of one color costs 3. */
function squaresIn(rows: readonly string[]): number {
  let squares = 0;
  rows.slice(1).forEach((row, above) => {
    for (let x = 1; x < row.length; x += 1) {
      const pair = row.slice(x - 1, x + 1);
      if ((pair === '00' || pair === '11') && rows[above]?.slice(x - 1, x + 1) === pair)
        squares += 1;
    }
  });
  return 3 * squares;
}

/** Each full five percent that the dark share is away from a half costs 10. */
function balanceOf(rows: readonly string[]): number {
  const dark = rows.reduce((sum, row) => sum + countOf(row, /1/g), 0);
  const percent = (100 * dark) / rows.length ** 2;
  return 10 * Math.floor(Math.abs(percent - 50) / 5);
}

function countOf(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

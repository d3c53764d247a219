import { execFileSync } from 'node:child_process';

let known: ReadonlyMap<string, Date> | undefined;

/**
 * When a file of the content was last committed; undefined where that is not known, as
 * without git or without its history.
 *
 * @param file its path from the root of the project
 */
export function changedAt(file: string): Date | undefined {
  known ??= parseLog(log());
  return known.get(file);
}

/** One question to git for all files. */
function log(): string {
  try {
    return execFileSync('git', ['log', '--format=%x00%cI', '--name-only', '--', 'src/content'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch {
    return '';
  }
}

/** The newest commit of each file, from a log that is newest first. */
export function parseLog(text: string): Map<string, Date> {
  const dates = new Map<string, Date>();
  for (const commit of text.split('\0').slice(1)) {
    const [date = '', ...files] = commit.split('\n').filter((line) => line !== '');
    for (const file of files) if (!dates.has(file)) dates.set(file, new Date(date));
  }
  return dates;
}

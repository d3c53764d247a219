import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { RefusedError } from '../errors.ts';
import { codeOf } from './read.ts';

/** Milliseconds that a writer waits for another one. */
const PATIENCE = 10_000;

/** Milliseconds between two tries, and as many more at random. */
const PAUSE = 20;

/** Milliseconds after which a lock whose process is gone counts for nothing; writing takes some ten. */
const GONE = 1_000;

/** Milliseconds after which any lock counts for nothing. */
const FORGOTTEN = 30_000;

/** Proof of holding the lock. */
export interface Lock {
  /** @throws RefusedError where the lock was taken away, as after a long sleep */
  readonly confirm: () => Promise<void>;
}

/**
 * Runs `work` while no other process of ours writes the file. The lock is a file beside
 * it, with the process, the computer and a token that tells ours from others'.
 *
 * @throws RefusedError where another process does not let go
 */
export async function withLock<T>(file: string, work: (lock: Lock) => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const token = randomUUID();
  await acquire(lock, token);
  try {
    return await work({
      confirm: async () => {
        if ((await holderOf(lock))?.token === token) return;
        throw new RefusedError(
          `Another program took over ${file}; nothing was changed. Try again.`,
        );
      },
    });
  } finally {
    if ((await holderOf(lock))?.token === token) await rm(lock, { force: true });
  }
}

async function acquire(lock: string, token: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!(await create(lock, token))) {
    if (await isStale(lock)) await removeStale(lock);
    else if (Date.now() > until) {
      throw new RefusedError(
        `Another program is writing the vault; nothing was changed. If none runs, remove ${lock}`,
      );
    } else await wait(PAUSE + Math.random() * PAUSE);
  }
}

/** False where the file is there already. */
async function create(file: string, token: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    const holder = JSON.stringify({ pid: process.pid, host: hostname(), token });
    await handle.writeFile(holder).finally(() => handle.close());
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new RefusedError(`${file} cannot be written (${codeOf(error)}); nothing was changed.`);
  }
}

/** One at a time, so that nobody removes the lock that another has made in place of the stale one. */
async function removeStale(lock: string): Promise<void> {
  const guard = `${lock}-removal`;
  if (!(await create(guard, ''))) {
    if ((await ageOf(guard)) > FORGOTTEN) await rm(guard, { force: true });
    await wait(PAUSE);
    return;
  }
  try {
    if (await isStale(lock)) await rm(lock, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function isStale(lock: string): Promise<boolean> {
  const age = await ageOf(lock);
  if (age > FORGOTTEN) return true;
  const holder = await holderOf(lock);
  return age > GONE && holder?.host === hostname() && !isRunning(Number(holder.pid));
}

/** Negative where the file is not there. */
async function ageOf(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => -1,
  );
}

async function holderOf(lock: string): Promise<Partial<Record<string, unknown>> | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(lock, 'utf8'));
    return typeof holder === 'object' && holder !== null ? { ...holder } : undefined;
  } catch {
    // Not there, or not written yet.
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

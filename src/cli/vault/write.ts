import { randomUUID } from 'node:crypto';
import { copyFile, link, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { RefusedError } from '../errors.ts';
import { codeOf } from './read.ts';

/** Where the version before the last change is kept. */
export function previousOf(file: string): string {
  return `${file}.previous`;
}

/**
 * Replaces the file as a whole or not at all, whatever happens meanwhile, and keeps what
 * was there as `previousOf(file)`. The text is on the disk when it resolves.
 *
 * @param confirm runs last before the old file goes; what it throws stops the change
 * @throws RefusedError where it cannot be written; nothing is changed then
 */
export async function replaceFile(
  file: string,
  text: string,
  confirm: () => Promise<void>,
): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `${temporaryPrefix(file)}${randomUUID()}`);
  try {
    await writeSynced(temporary, text);
    await confirm();
    await keepPrevious(file);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(
      `${file} cannot be written (${codeOf(error)}); nothing was changed. Make sure that the disk has room and the folder is yours.`,
    );
  }
  await syncFolder(folder);
}

/** Removes what writers left that were killed. Only for the one who holds the lock. */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter((name) => name.startsWith(temporaryPrefix(file)));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

function temporaryPrefix(file: string): string {
  return `.${path.basename(file)}.new-`;
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** By a second name for the same file, so that there is no moment without one; else by a copy. */
async function keepPrevious(file: string): Promise<void> {
  const step = path.join(path.dirname(file), `${temporaryPrefix(file)}${randomUUID()}`);
  try {
    await link(file, step);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    await copyFile(file, step);
  }
  await rename(step, previousOf(file));
}

/** Without it the new name may be lost with the power. Not every system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows refuses to open folders; the file itself is on the disk.
  }
}

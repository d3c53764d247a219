import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const folders: string[] = [];

/**
 * A new folder, whose content is deleted with `deleteAside`.
 *
 * @param beside so that it is on the same disk
 */
export async function newAside(beside: string): Promise<string> {
  await mkdir(path.dirname(beside), { recursive: true });
  const folder = await mkdtemp(`${beside}-`);
  folders.push(folder);
  return folder;
}

/** Takes a file or a folder out of the way, if it is there. */
export async function putAside(old: string): Promise<void> {
  const folder = await newAside(old);
  await rename(old, path.join(folder, 'old')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

/**
 * Deletes what was put aside, once all is measured: for some minutes after many files were
 * deleted, ext4 takes twenty times as long to make a new one, for it passes by every inode
 * that was in use a moment ago (`recently_deleted` in `fs/ext4/ialloc.c`).
 */
export async function deleteAside(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
}

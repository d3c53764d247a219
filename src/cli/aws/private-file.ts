import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Any right of the group or of others. */
const FOR_OTHERS = 0o077;

/** Far more than a session or a list of devices takes. */
const LARGEST = 1024 * 1024;

/**
 * The text of a small file of ours; undefined where there is none, where others can read
 * or write it, or where it is no plain file.
 *
 * @throws what the system says when it cannot be read for another reason
 */
export async function readPrivate(file: string): Promise<string | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const info = await handle.stat();
    const isOurs =
      process.platform === 'win32' ||
      ((info.mode & FOR_OTHERS) === 0 && info.uid === process.getuid?.());
    if (!info.isFile() || info.size > LARGEST || !isOurs) return undefined;
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file that only its owner can read (mode 0600), as a whole or not at all. The
 * text is on the disk when it resolves.
 *
 * @throws what the system says when it cannot be written
 */
export async function writePrivate(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}.new`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

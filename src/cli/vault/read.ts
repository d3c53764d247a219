import { open, type FileHandle } from 'node:fs/promises';
import { RefusedError } from '../errors.ts';

/** Far more than 10,000 entries take. */
const LARGEST = 64 * 1024 * 1024;

/** Reading and writing for the group and for others. */
const FOR_OTHERS = 0o066;

/**
 * The text of the vault file.
 *
 * @throws RefusedError where it is not there, or open to others
 */
export async function readVaultText(file: string): Promise<string> {
  const handle = await opened(file);
  try {
    const { mode, size } = await handle.stat();
    // On Windows modes say nothing: folders of users are closed to others.
    if (process.platform !== 'win32' && (mode & FOR_OTHERS) !== 0) {
      throw new RefusedError(
        `Other users of this computer can read or write ${file}. Close it to them first: chmod 600 '${file}'`,
      );
    }
    if (size > LARGEST) throw new RefusedError(`${file} is too large to be a vault file.`);
    return await handle.readFile('utf8');
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError(`${file} cannot be read (${codeOf(error)}).`);
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw new RefusedError(
      codeOf(error) === 'ENOENT'
        ? `There is no vault file at ${file}. Make one with: 2faa vault create. Or put a backup that the authenticator saved there, or name it with --vault.`
        : `${file} cannot be opened (${codeOf(error)}).`,
    );
  }
}

/** What the system calls a failure, such as `EACCES`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

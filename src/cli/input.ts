import { fstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { RefusedError } from './errors.ts';
import { fromHere } from './paths.ts';
import { codeOf } from './vault/read.ts';

/**
 * Whether something is handed over on standard input: a pipe, a file or a socket; not a
 * terminal, and not `/dev/null`.
 */
export function hasInput(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    // It is closed.
    return false;
  }
}

/** All of standard input. */
export function readInput(): Promise<Uint8Array> {
  return buffer(process.stdin);
}

/**
 * A file's bytes, those of standard input for `-`.
 *
 * @throws RefusedError
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  if (file === '-') return readInput();
  try {
    return await readFile(fromHere(file));
  } catch (error) {
    const code = codeOf(error);
    throw new RefusedError(
      code === 'ENOENT' ? `${file} is not there.` : `${file} cannot be read (${code}).`,
    );
  }
}

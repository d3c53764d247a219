import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { RefusedError } from './errors.ts';
import { warn } from './output.ts';
import { fromHere } from './paths.ts';
import { askHidden } from './terminal.ts';
import { codeOf } from './vault/read.ts';

/** Where a passphrase comes from: a file, a file descriptor, or else the person. */
export interface PassphraseSource {
  readonly file?: string | undefined;
  readonly fd?: number | undefined;
}

const FOR_OTHERS = 0o077;

/**
 * The passphrase: the first line of the file or descriptor, or what is typed.
 *
 * @param instead the options that name a source, for where there is no terminal
 * @throws RefusedError
 */
export async function readPassphrase(
  { file, fd }: PassphraseSource,
  question: string,
  instead: string,
): Promise<string> {
  const passphrase =
    file === undefined && fd === undefined
      ? await askHidden(question, instead)
      : await firstLine(file === undefined ? '' : fromHere(file), fd);
  if (passphrase === '') throw new RefusedError('The passphrase is empty.');
  return passphrase;
}

async function firstLine(file: string, fd?: number): Promise<string> {
  try {
    if (fd === undefined) await warnIfOpen(file);
    const text = await textOf(createReadStream(file, fd === undefined ? {} : { fd }));
    return /^[^\r\n]*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? '';
  } catch (error) {
    const place = fd === undefined ? `The passphrase file ${file}` : `File descriptor ${fd}`;
    throw new RefusedError(`${place} cannot be read (${codeOf(error)}).`);
  }
}

async function warnIfOpen(file: string): Promise<void> {
  const { mode } = await stat(file).then((found) => (found.isFile() ? found : { mode: 0 }));
  if (process.platform !== 'win32' && (mode & FOR_OTHERS) !== 0)
    warn(`Other users of this computer can read the passphrase in ${file}. Close it: chmod 600`);
}

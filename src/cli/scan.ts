import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Cascade } from '../lib/scan/cascade.ts';
import type { Picture } from '../lib/scan/picture.ts';
import { nodeCascade } from './cascade.ts';
import { openPicture } from './picture.ts';
import { RefusedError, UsageError } from './usage.ts';

export const scanUsage = `2faa scan FILE…  [--json]
  Reads the QR codes in pictures (PNG, JPEG, WebP and others) and prints their texts.`;

/**
 * Prints what the QR codes in each picture say. A file in which nothing is read is no
 * failure, whatever it is; one that is not there or may not be opened is.
 *
 * @param print Takes a line for standard output, `warn` one for standard error.
 */
export async function scan(
  args: readonly string[],
  print: (line: string) => void,
  warn: (line: string) => void,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError(`Name a picture.\n${scanUsage}`);
  const cascade = nodeCascade();
  const unopened: string[] = [];
  for (const file of positionals) {
    const bytes = await open(file);
    if (bytes === undefined) unopened.push(file);
    const text =
      bytes === undefined
        ? []
        : await textsIn(bytes, cascade, (why) => {
            warn(`${file}: ${why}`);
          });
    if (values.json) print(JSON.stringify({ file, text }));
    else for (const each of text) print(positionals.length > 1 ? `${file}: ${each}` : each);
  }
  if (unopened.length > 0)
    throw new RefusedError(`Not there, or not to be opened: ${unopened.join(', ')}`);
}

/** Paths are meant from where the person is: npm runs scripts in the project's folder. */
function open(file: string): Promise<Uint8Array | undefined> {
  const full = path.resolve(process.env.INIT_CWD ?? '.', file);
  return readFile(full).catch(() => undefined);
}

async function textsIn(
  bytes: Uint8Array,
  cascade: Cascade,
  warn: (why: string) => void,
): Promise<string[]> {
  let picture: Picture;
  try {
    picture = await openPicture(bytes);
  } catch (error) {
    const large = error instanceof Error && error.message.includes('pixel limit');
    warn(
      large
        ? 'The picture has more pixels than can be opened safely. Crop it to the QR code.'
        : 'This is not a picture that can be opened. Use a PNG, JPEG or WebP file.',
    );
    return [];
  }
  const { codes, unreadable } = await cascade.look(picture, 'thorough');
  if (codes.length === 0) {
    warn(
      unreadable
        ? 'There is a QR code, but it cannot be read. Use a sharper or larger picture.'
        : 'There is no QR code in this picture.',
    );
  }
  return codes.map(({ text }) => text);
}

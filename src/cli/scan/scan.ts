import { readFile } from 'node:fs/promises';
import type { Cascade } from '../../lib/scan/cascade.ts';
import type { Picture } from '../../lib/scan/picture.ts';
import { RefusedError } from '../errors.ts';
import { print, warn } from '../output.ts';
import { fromHere } from '../paths.ts';
import { nodeCascade } from './cascade.ts';
import { openPicture } from './picture.ts';

/**
 * Prints what the QR codes in each picture say. A file in which nothing is read is no
 * failure, whatever it is; one that is not there or may not be opened is.
 */
export async function scan(files: readonly string[], json: boolean): Promise<void> {
  const cascade = nodeCascade();
  const unopened: string[] = [];
  for (const file of files) {
    const bytes = await readFile(fromHere(file)).catch(() => undefined);
    if (bytes === undefined) unopened.push(file);
    const text =
      bytes === undefined
        ? []
        : await textsIn(bytes, cascade, (why) => {
            warn(`${file}: ${why}`);
          });
    if (json) print(JSON.stringify({ file, text }));
    else for (const each of text) print(files.length > 1 ? `${file}: ${each}` : each);
  }
  if (unopened.length > 0)
    throw new RefusedError(`Not there, or not to be opened: ${unopened.join(', ')}`);
}

/** The texts of the QR codes in a picture file; where there is none, `say` hears why. */
export async function textsIn(
  bytes: Uint8Array,
  cascade: Cascade,
  say: (why: string) => void,
): Promise<string[]> {
  let picture: Picture;
  try {
    picture = await openPicture(bytes);
  } catch (error) {
    say(unopenable(error));
    return [];
  }
  const { codes, unreadable } = await cascade.look(picture, 'thorough');
  if (codes.length === 0) {
    say(
      unreadable
        ? 'There is a QR code, but it cannot be read. Use a sharper or larger picture.'
        : 'There is no QR code in this picture.',
    );
  }
  return codes.map(({ text }) => text);
}

function unopenable(error: unknown): string {
  const { message = '', code }: Partial<NodeJS.ErrnoException> =
    error instanceof Error ? error : {};
  if (code === 'ERR_MODULE_NOT_FOUND' || message.includes('Could not load the "sharp" module'))
    return 'Pictures cannot be read on this computer: the package sharp is not installed.';
  return message.includes('pixel limit')
    ? 'The picture has more pixels than can be opened safely. Crop it to the QR code.'
    : 'This is not a picture that can be opened. Use a PNG, JPEG or WebP file.';
}

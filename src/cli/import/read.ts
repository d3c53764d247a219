import type { Format, FormatFile, FormatReading, ReadTools } from '../../lib/formats/format.ts';
import { FormatError } from '../../lib/formats/format.ts';
import { formatFile, formatOf } from '../../lib/formats/formats.ts';
import { fileKindOf } from '../../lib/scan/file-kind.ts';
import { RefusedError } from '../errors.ts';
import { readBytes } from '../input.ts';
import { readPassphrase } from '../passphrase.ts';
import { deriveInNode } from '../vault/derive.ts';

const PICTURES: readonly string[] = ['png', 'jpeg', 'gif', 'webp', 'avif', 'tiff'];

export interface ReadOptions {
  readonly passphraseFile?: string | undefined;
  readonly passphraseFd?: number | undefined;
  readonly from?: string | undefined;
}

/** What a file that is imported holds, and of which format it is. */
export async function readImport(
  file: string,
  options: ReadOptions,
): Promise<{ readonly format: Format; readonly reading: FormatReading }> {
  return inTerminal(async () => {
    const found = await fileOrPicture(await readBytes(file));
    const format = formatOf(found, options.from);
    return { format, reading: await format.read(found, readTools(file, options)) };
  });
}

/** Runs what reads a format, whose failures are sentences that people can do with. */
export async function inTerminal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FormatError ? new RefusedError(error.message) : error;
  }
}

export function readTools(file: string, { passphraseFile, passphraseFd }: ReadOptions): ReadTools {
  return {
    derive: deriveInNode,
    passphrase: (kinds = ['passphrase']) =>
      readPassphrase(
        { file: passphraseFile, fd: passphraseFd },
        `${kinds.includes('passphrase') ? 'Passphrase' : 'Recovery key'} of ${file}: `,
        'Name a file that holds the passphrase: --passphrase-file FILE',
      ),
  };
}

/** The file, or the texts of the QR codes in a picture, one a line. */
async function fileOrPicture(bytes: Uint8Array): Promise<FormatFile> {
  if (!PICTURES.includes(fileKindOf(bytes))) return formatFile(bytes);
  const [{ nodeCascade }, { textsIn }] = await Promise.all([
    import('../scan/cascade.ts'),
    import('../scan/scan.ts'),
  ]);
  const texts = await textsIn(bytes, nodeCascade(), (why) => {
    throw new RefusedError(why);
  });
  return formatFile(new TextEncoder().encode(texts.join('\n')));
}

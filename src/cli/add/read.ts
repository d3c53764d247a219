import { readOtpText, readTypedKey } from '../../lib/otp/parse.ts';
import type { OtpFound } from '../../lib/otp/reading.ts';
import { fileKindOf } from '../../lib/scan/file-kind.ts';
import { RefusedError, UsageError } from '../errors.ts';
import { hasInput, readBytes } from '../input.ts';
import { askHidden } from '../terminal.ts';
import { describe } from '../entry-text.ts';

export interface NewEntrySource {
  readonly uriFile?: string | undefined;
}

/**
 * What is to be added: out of the picture, the file, standard input, or what is typed.
 *
 * @throws RefusedError where it holds no entry, or several
 */
export async function readNewEntry(
  picture: string | undefined,
  { uriFile }: NewEntrySource,
): Promise<OtpFound> {
  if (picture !== undefined && uriFile !== undefined)
    throw new UsageError('Give a picture or --uri-file, not both.');
  const file = picture ?? uriFile ?? (hasInput() ? '-' : undefined);
  if (file === undefined) {
    const instead = 'Give the link or key on standard input, or name a picture.';
    return found(await askHidden('Link or key (it is not shown): ', instead));
  }
  const bytes = await readBytes(file);
  if (picture !== undefined || !isText(bytes)) return fromPicture(bytes, file);
  return found(new TextDecoder().decode(bytes));
}

/** An unknown file without control characters is text, which is how keys and links come. */
export function isText(bytes: Uint8Array): boolean {
  return bytes.length === 0 || fileKindOf(bytes) === 'text';
}

function found(text: string): OtpFound {
  const reading = readTypedKey(text);
  if (reading.kind !== 'otp') throw new RefusedError(reading.message);
  return reading;
}

async function fromPicture(bytes: Uint8Array, file: string): Promise<OtpFound> {
  const [{ nodeCascade }, { textsIn }] = await Promise.all([
    import('../scan/cascade.ts'),
    import('../scan/scan.ts'),
  ]);
  const texts = await textsIn(bytes, nodeCascade(), (why) => {
    throw new RefusedError(file === '-' ? why : `${file}: ${why}`);
  });
  const readings = texts.map(readOtpText);
  const [entry, ...others] = readings.filter((reading) => reading.kind === 'otp');
  if (entry === undefined) throw new RefusedError(firstMessage(readings));
  if (others.length > 0) {
    const names = [entry, ...others].map(({ otp }) => `  ${describe({ otp })}`).join('\n');
    throw new RefusedError(
      `The picture holds several codes. Crop it to one, or take all of them with: 2faa import\n${names}`,
    );
  }
  return entry;
}

function firstMessage(readings: readonly ReturnType<typeof readOtpText>[]): string {
  const [reading] = readings;
  if (reading === undefined || reading.kind === 'otp')
    return 'There is no QR code in this picture.';
  return reading.kind === 'other' && reading.what === 'migration'
    ? 'This is an export of Google Authenticator. Take all of its entries with: 2faa import'
    : reading.message;
}

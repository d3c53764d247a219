import { fileKindOf } from '../scan/file-kind.ts';
import type { Format, FormatFile } from './format.ts';
import { FormatError } from './format.ts';
import { google } from './google.ts';
import { otpauth } from './otpauth.ts';
import { twofaa } from './twofaa.ts';

/** Every format that is read, those that are easily told first. */
export const formats: readonly Format[] = [twofaa, google, otpauth];

/** Larger than any export is; checked before anything else is done. */
const LARGEST = 64 * 1024 * 1024;

/** @throws FormatError where it is too large */
export function formatFile(bytes: Uint8Array): FormatFile {
  if (bytes.length > LARGEST) throw new FormatError('The file is too large to be an export.');
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { bytes, text: undefined };
  }
}

/**
 * The format that a file is of.
 *
 * @param name the format that the person says it is; then its looks do not count
 * @throws FormatError
 */
export function formatOf(file: FormatFile, name?: string): Format {
  const named = formats.find((format) => format.name === name);
  if (named !== undefined) return named;
  if (name !== undefined)
    throw new FormatError(`There is no such format. The formats are ${formatNames()}.`);
  const recognized = formats.find((format) => format.recognizes(file));
  if (recognized !== undefined) return recognized;
  throw new FormatError(
    file.bytes.length === 0
      ? 'The file is empty.'
      : `The file is of no format that is known (${kindOf(file)}). Known are ${formatNames()}: if it is one of these, say so.`,
  );
}

export function formatNames(): string {
  return formats.map(({ name }) => name).join(', ');
}

function kindOf({ bytes, text }: FormatFile): string {
  const kind = fileKindOf(bytes);
  if (kind !== 'text') return kind === 'unknown' ? 'it is no text' : `it is of the kind ${kind}`;
  return /^\s*[[{]/.test(text ?? '') ? 'it is JSON' : 'it is text';
}

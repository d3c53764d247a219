import { Buffer } from 'node:buffer';

/** Something that was found on a page or on disk, as text or as bytes. */
export interface Found {
  /** Where it was, for the report of a failure. */
  readonly place: string;
  readonly content: string | Uint8Array;
}

/** Bytes of the secret in a row that are looked for, so that a part of it is found too. */
const PIECE = 10;

/**
 * The places where the secret, or ten bytes of it in a row, stand in any form: Base32 in
 * either case and however grouped, hex, Base64 of either alphabet, lists of numbers, escaped,
 * in UTF-16, or as the bytes themselves.
 */
export function placesOf(secret: Uint8Array, base32: string, found: readonly Found[]): string[] {
  const forms = formsOf(Buffer.from(secret), base32);
  return found.filter(({ content }) => holds(forms, content)).map(({ place }) => place);
}

interface Forms {
  readonly bytes: readonly Buffer[];
  /** In lower case, without blanks, dashes and quotes. */
  readonly plain: readonly string[];
  readonly base64: readonly string[];
}

function formsOf(secret: Buffer, base32: string): Forms {
  const pieces = windows(secret.length, PIECE).map((start) => ({
    start,
    bytes: secret.subarray(start, start + PIECE),
  }));
  return {
    bytes: pieces.map(({ bytes }) => bytes),
    plain: [
      ...windows(base32.length, 16).map((start) => base32.slice(start, start + 16).toLowerCase()),
      ...pieces.map(({ bytes }) => bytes.toString('hex')),
      ...pieces.map(({ bytes }) => [...bytes].join(',')),
      // An array of bytes that was taken for an object.
      ...pieces.map(({ start, bytes }) =>
        [...bytes].map((byte, index) => `${start + index}:${byte}`).join(','),
      ),
    ],
    // What Base64 makes of a byte depends on the two before it: three beginnings cover all.
    base64: [0, 1, 2].flatMap((begin) => {
      const text = secret.subarray(begin).toString('base64');
      return windows(text.length - 4, 12).map((start) => text.slice(start, start + 12));
    }),
  };
}

/** Where pieces of this length begin. */
function windows(length: number, piece: number): number[] {
  return Array.from({ length: length - piece + 1 }, (_, start) => start);
}

function holds(forms: Forms, content: string | Uint8Array): boolean {
  if (typeof content === 'string') return holds(forms, Buffer.from(content, 'latin1'));
  const bytes = Buffer.from(content);
  // Every second byte: text in UTF-16, which begins at an even or an odd place.
  const utf16 = [0, 1].map((first) => bytes.filter((_, index) => index % 2 === first));
  return [bytes, ...utf16].some((each) => {
    const part = Buffer.from(each);
    return holdsBytes(forms, part) || holdsText(forms, unescaped(part.toString('latin1')));
  });
}

function holdsBytes({ bytes }: Forms, content: Buffer): boolean {
  return bytes.some((piece) => content.includes(piece));
}

function holdsText({ plain, base64 }: Forms, content: string): boolean {
  const text = content.replace(/[\s"'\\]/g, '');
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  const bare = text.replaceAll('-', '').toLowerCase();
  return (
    plain.some((piece) => bare.includes(piece)) || base64.some((piece) => standard.includes(piece))
  );
}

function unescaped(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('latin1'),
  );
}

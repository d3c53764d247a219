/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'bmp'
  | 'avif'
  | 'heic'
  | 'tiff'
  | 'svg'
  | 'pdf'
  | 'archive'
  | 'video'
  | 'text'
  | 'unknown';

/** Leading bytes of each kind, as Latin-1 text; `?` stands for any byte. */
const SIGNATURES: readonly (readonly [FileKind, ...string[]])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a', 'GIF89a'],
  ['webp', 'RIFF????WEBP'],
  ['bmp', 'BM'],
  ['tiff', 'II*\0', 'MM\0*'],
  ['pdf', '%PDF-'],
  ['archive', 'PK\x03\x04', '\x1f\x8b', '7z\xbc\xaf', 'Rar!'],
  ['avif', '????ftypavi'],
  ['heic', '????ftyphei', '????ftyphev', '????ftypmif1', '????ftypmsf1'],
  ['video', '????ftyp', '\x1a\x45\xdf\xa3', 'RIFF????AVI '],
];

/**
 * Tells a file's kind from its first bytes; 1,024 are enough.
 */
export function fileKindOf(head: Uint8Array): FileKind {
  const start = latin1(head.subarray(0, 1024));
  for (const [kind, ...signatures] of SIGNATURES) {
    if (signatures.some((signature) => startsLike(start, signature))) return kind;
  }
  if (/^(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml[^]*<svg)/i.test(start)) return 'svg';
  // Text has no control characters but tab, line feed, form feed and return.
  return start !== '' && !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(start) ? 'text' : 'unknown';
}

function startsLike(start: string, signature: string): boolean {
  return Array.from(signature).every((wanted, index) => wanted === '?' || wanted === start[index]);
}

/** Bytes as characters of the same number. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

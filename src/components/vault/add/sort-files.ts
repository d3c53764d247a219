import { fileKindOf } from '../../../lib/scan/file-kind.ts';

/** Files by what is done with them. */
export interface SortedFiles {
  /** To be looked through for QR codes; whatever is no text counts, for its reader to judge. */
  readonly pictures: readonly Blob[];
  /** To be restored or imported. */
  readonly backups: readonly File[];
}

/** So many bytes tell a file’s kind. */
const HEAD = 1024;

/**
 * Tells pictures from backups and other apps’ exports, which are texts, by their bytes: a
 * name says what it likes. A file that cannot be read counts as a picture, whose reader
 * says what is wrong.
 */
export async function sortFiles(files: readonly Blob[]): Promise<SortedFiles> {
  const pictures: Blob[] = [];
  const backups: File[] = [];
  for (const file of files) {
    if (file instanceof File && (await isText(file).catch(() => false))) backups.push(file);
    else pictures.push(file);
  }
  return { pictures, backups };
}

async function isText(file: Blob): Promise<boolean> {
  const head = await file.slice(0, HEAD).arrayBuffer();
  return fileKindOf(new Uint8Array(head)) === 'text';
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { BuiltFile } from '../src/lib/build/manifest.ts';

/**
 * The folder of a built site, each file of which is hashed once, however many of the steps
 * after a build ask for it. Paths begin at the root of the site, such as
 * `/app/index.html`.
 *
 * Nothing else happens meanwhile that could use the time, and thousands of small files take
 * a tenth of it without threads that get in each other's way.
 */
export interface BuiltSite {
  /** All files, sorted. */
  readonly list: () => string[];
  readonly read: (file: string) => Buffer;
  readonly text: (file: string) => string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly hashed: (file: string) => BuiltFile;
}

/** The site in a folder. Nothing else may write to it from now on. */
export function builtSite(folder: string): BuiltSite {
  const hashes = new Map<string, BuiltFile>();
  const files = new Set(filesIn(folder));
  const folders = new Set<string>();
  const at = (file: string): string => path.join(folder, file);
  return {
    list: () => [...files].sort(),
    read: (file) => readFileSync(at(file)),
    text: (file) => readFileSync(at(file), 'utf8'),
    write: (file, content) => {
      const parent = path.dirname(at(file));
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(at(file), content);
      files.add(file);
      hashes.delete(file);
    },
    hashed: (file) => {
      const known = hashes.get(file);
      if (known !== undefined) return known;
      const hashed = hashFile(at(file));
      hashes.set(file, hashed);
      return hashed;
    },
  };
}

/** Files are read through it when nobody needs their content: thousands would fill the memory. */
const window = Buffer.allocUnsafeSlow(64 * 1024);

function hashFile(file: string): BuiltFile {
  const hash = createHash('sha256');
  const opened = openSync(file, 'r');
  let bytes = 0;
  try {
    for (let read = -1; read !== 0; bytes += read) {
      read = readSync(opened, window);
      hash.update(window.subarray(0, read));
    }
  } finally {
    closeSync(opened);
  }
  return { sha256: hash.digest('hex'), bytes };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => `/${file.replaceAll(path.sep, '/')}`);
}

/** The files of all pages. */
export function pagesOf(site: BuiltSite): string[] {
  return site.list().filter((file) => file.endsWith('.html'));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

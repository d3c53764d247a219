import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuiltFile } from '../src/lib/build/manifest.ts';

/**
 * The folder of a built site, each file of which is read and hashed once, however many of
 * the steps after a build look at it. Paths begin at the root of the site, such as
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
  readonly remove: (file: string) => void;
  readonly hashed: (file: string) => BuiltFile;
}

/** What a file held when it was read or written last. */
interface Opened {
  readonly content: Buffer;
  hashed?: BuiltFile;
}

/** The site in a folder. Nothing else may write to it from now on. */
export function builtSite(folder: string): BuiltSite {
  const known = new Map<string, Opened>();
  const files = new Set(filesIn(folder));
  const folders = new Set<string>();
  const at = (file: string): string => path.join(folder, file);
  const opened = (file: string): Opened => {
    const one = known.get(file) ?? { content: readFileSync(at(file)) };
    known.set(file, one);
    return one;
  };
  return {
    list: () => [...files].sort(),
    read: (file) => opened(file).content,
    text: (file) => opened(file).content.toString('utf8'),
    write: (file, content) => {
      const parent = path.dirname(at(file));
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(at(file), content);
      files.add(file);
      known.set(file, { content: Buffer.from(content) });
    },
    remove: (file) => {
      files.delete(file);
      known.delete(file);
      rmSync(at(file));
    },
    hashed: (file) => {
      const one = opened(file);
      return (one.hashed ??= {
        sha256: sha256(one.content),
        bytes: one.content.byteLength,
      });
    },
  };
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

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuiltFile } from '../src/lib/build/manifest.ts';

/**
 * The folder of a built site, each file of which is read and hashed once, however many of
 * the steps after a build look at it. Paths begin at the root of the site, such as
 * `/app/index.html`.
 */
export interface BuiltSite {
  /** All files, sorted. */
  readonly list: () => Promise<string[]>;
  readonly read: (file: string) => Promise<Buffer>;
  readonly text: (file: string) => Promise<string>;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  readonly hashed: (file: string) => Promise<BuiltFile>;
}

/** What a file held when it was read or written last. */
interface Opened {
  readonly content: Buffer;
  hashed?: BuiltFile;
}

/** The site in a folder. Nothing else may write to what was read before. */
export function builtSite(folder: string): BuiltSite {
  const known = new Map<string, Promise<Opened>>();
  const at = (file: string): string => path.join(folder, file);
  const opened = (file: string): Promise<Opened> => {
    const one = known.get(file) ?? readFile(at(file)).then((content) => ({ content }));
    known.set(file, one);
    return one;
  };
  return {
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .map((file) => `/${file.replaceAll(path.sep, '/')}`)
        .sort();
    },
    read: async (file) => (await opened(file)).content,
    text: async (file) => (await opened(file)).content.toString('utf8'),
    write: async (file, content) => {
      known.set(file, Promise.resolve({ content: Buffer.from(content) }));
      await mkdir(path.dirname(at(file)), { recursive: true });
      await writeFile(at(file), content);
    },
    remove: async (file) => {
      known.delete(file);
      await rm(at(file));
    },
    hashed: async (file) => {
      const one = await opened(file);
      return (one.hashed ??= {
        sha256: sha256(one.content),
        bytes: one.content.byteLength,
      });
    },
  };
}

/** The files of all pages. */
export async function pagesOf(site: BuiltSite): Promise<string[]> {
  return (await site.list()).filter((file) => file.endsWith('.html'));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

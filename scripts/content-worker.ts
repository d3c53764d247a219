import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '../src/lib/search/indexed-pages.ts';
import { guideFiles } from './guide-files.ts';
import { searchFiles } from './search-files.ts';

/** What the thread is given. */
export interface Given {
  readonly content: Content;
  /** The public address of the site. */
  readonly address: string;
}

export interface ContentFile {
  /** Its path from the root of the site. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What the thread gives back. */
export interface Made {
  readonly files: readonly ContentFile[];
  /** The anchors that each page must have, for search leads to them, by the page's address. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
}

const { content, address } = workerData as Given;
const search = await searchFiles(content);
const made: Made = {
  files: [
    ...guideFiles(content, address),
    ...search.files.map((file) => ({ ...file, path: `/pagefind/${file.path}` })),
  ],
  anchors: search.anchors,
};
parentPort?.postMessage(made);

import { parentPort, workerData } from 'node:worker_threads';
import { filesNamed } from '../src/lib/offline/plan.ts';
import { measuring, type Sizes } from './budgets.ts';
import { builtSite, pagesOf } from './built-site.ts';
import { checkPage } from './check-page.ts';
import type { ChunkGraph } from './chunk-graph.ts';
import type { Made } from './content-worker.ts';

/** What the thread is given. */
export interface PagesGiven {
  /** Where the pages are. */
  readonly folder: string;
  readonly graph: ChunkGraph;
  readonly anchors: Made['anchors'];
}

/** What the thread gives back. */
export interface PagesSeen {
  /** What each page weighs, by its file. */
  readonly sizes: ReadonlyMap<string, Sizes>;
  /** Every script and style that pages name, with one of the pages. */
  readonly named: ReadonlyMap<string, string>;
}

const { folder, graph, anchors } = workerData as PagesGiven;
const site = builtSite(folder);
const measure = measuring(site, graph);
const sizes = new Map<string, Sizes>();
const named = new Map<string, string>();
const pages = new Set(pagesOf(site));
for (const address of anchors.keys()) {
  if (!pages.has(`${address}index.html`))
    throw new Error(`Search would lead to ${address}, which is not there.`);
}
for (const page of pages) {
  const html = site.text(page);
  checkPage(html, page, anchors.get(page.replace(/index\.html$/, '')) ?? []);
  sizes.set(page, measure(html));
  for (const file of filesNamed(html)) named.set(file, page);
}
parentPort?.postMessage({ sizes, named } satisfies PagesSeen);

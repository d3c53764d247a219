import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchWordsOf, servicesByLetter, servicesOf } from '../src/lib/search/content.ts';
import {
  commonNames,
  FILL,
  indexCopies,
  keptParts,
  MOST_HEADINGS,
  slot,
  type IndexedPage,
} from '../src/lib/search/index-copy.ts';
import { indexedPages, type Content } from '../src/lib/search/indexed-pages.ts';

/** What our search loads of all that Pagefind writes. */
const needed = /^(pagefind-entry\.json|pagefind\.js|wasm\.unknown\.pagefind|.*\.pf_\w+)$/;

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** All that search loads, and where it leads. */
export interface SearchFiles {
  /** By paths within the folder of the index. */
  readonly files: readonly IndexFile[];
  /** The anchors that each page must have, by its address. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes the search index of the content.
 *
 * @throws Error where Pagefind fails
 */
export async function searchFiles(content: Content): Promise<SearchFiles> {
  const pages = inOrder(indexedPages(content));
  const services = servicesOf(pages);
  const lists = {
    'words.json': searchWordsOf(pages),
    'services.json': services,
    ...Object.fromEntries(
      [...servicesByLetter(services)].map(([letter, some]) => [`services/${letter}.json`, some]),
    ),
  };
  const files = [
    ...(await indexFiles(pages)),
    ...Object.entries(lists).map(([path, list]) => ({
      path,
      content: Buffer.from(JSON.stringify(list)),
    })),
  ];
  const anchors = pages.map(({ url, headings }) => {
    const all = headings.map(({ anchor }) => anchor).filter((anchor) => anchor !== '');
    return [url, all] as const;
  });
  return { files, anchors: new Map(anchors) };
}

/** Guides last: what is said in many of them need not lead to each. */
function inOrder(pages: readonly IndexedPage[]): IndexedPage[] {
  const isGuide = ({ kind }: IndexedPage): boolean => kind === 'guide';
  return [...pages.filter((page) => !isGuide(page)), ...pages.filter(isGuide)];
}

async function indexFiles(pages: readonly IndexedPage[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw failed(errors);
  try {
    const common = commonNames(pages.flatMap(({ headings }) => headings));
    const kept = new Map(
      pages.map((page) => [page.url, keptParts(page, common).map((part) => JSON.stringify(part))]),
    );
    const versions = [...kept.values()].map((parts) => hashOf(parts.join()));
    const copies = indexCopies(pages, common, versions);
    const cuts = separators(copies);
    const added = pages.map((page, at) => {
      const copy = copies[at] ?? '';
      return addPage(index, page, at === 0 ? behindSlots(page, copy, cuts) : copy);
    });
    await Promise.all(added);
    const written = await index.getFiles();
    if (written.errors.length > 0) throw failed(written.errors);
    return written.files.flatMap((file) => neededFiles(file, kept));
  } finally {
    await close();
  }
}

/**
 * So many words of copies go into one file of the index: it has then about 1 kB. Smaller files
 * would save each search some bytes, and take every build longer.
 */
const FILE = 300;

/**
 * Words that nobody looks for, which cut the index into small files, between the beginnings of
 * words. Pagefind begins a new file after 20,000 places of words and cannot be told otherwise; a
 * word that repeats takes hardly a byte, and without these a search would load much more.
 */
function separators(copies: readonly string[]): string {
  const count = new Map<string, number>();
  for (const copy of copies) {
    for (const word of copy.replace(/<[^>]*>/g, ' ').split(' ')) {
      const beginning = word.slice(0, 3);
      count.set(beginning, (count.get(beginning) ?? 0) + 1);
    }
  }
  let words = 0;
  const cuts = [...count.keys()].sort().filter((beginning) => {
    words += count.get(beginning) ?? 0;
    const full = words >= FILE;
    if (full) words = 0;
    return full;
  });
  return cuts.map((beginning) => `${beginning}zzzz `.repeat(20_000)).join('');
}

/** The copy of a page, with words behind the slots of its headings. */
function behindSlots({ headings }: IndexedPage, copy: string, words: string): string {
  const fill = `${FILL} `.repeat((MOST_HEADINGS - headings.length) * slot.all);
  return copy.replace('</body>', `<p>${fill}</p><p>${words}</p>$&`);
}

async function addPage(index: PagefindIndex, page: IndexedPage, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: page.url, content });
  if (errors.length > 0) throw failed(errors);
}

/** A file of Pagefind's as our search loads it, if it does. */
function neededFiles(file: IndexFile, kept: ReadonlyMap<string, readonly string[]>): IndexFile[] {
  const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(file.path) ?? [];
  if (id === undefined) return needed.test(file.path) ? [file] : [];
  // What Pagefind keeps of a page is twice as large as what we need of it.
  const text = gunzipSync(file.content).toString('utf8').slice('pagefind_dcd'.length);
  const { url } = JSON.parse(text) as { url: string };
  return (kept.get(url) ?? []).map((part, at) => ({
    path: `page/${id}-${at}.json`,
    content: Buffer.from(part),
  }));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function failed(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index:\n${errors.join('\n')}`);
}

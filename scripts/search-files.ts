import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchWordsOf, servicesByLetter, servicesOf } from '../src/lib/search/content.ts';
import {
  commonNames,
  indexCopies,
  keptParts,
  type IndexedPage,
} from '../src/lib/search/index-copy.ts';
import { indexedPages, type Content } from '../src/lib/search/indexed-pages.ts';
import { recut, type IndexFile } from './index-files.ts';

/** What our search loads of all that Pagefind writes. */
const needed = /^(pagefind-entry\.json|pagefind\.js|wasm\.unknown\.pagefind|.*\.pf_\w+)$/;

/** All that search loads, and where it leads. */
export interface SearchFiles {
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
  const anchors = pages.map(
    ({ url, headings }) => [url, headings.map(({ anchor }) => anchor)] as const,
  );
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
    await Promise.all(pages.map((page, at) => addPage(index, page, copies[at]?.html ?? '')));
    const written = await index.getFiles();
    if (written.errors.length > 0) throw failed(written.errors);
    const found = fragmentsOf(written.files);
    const places = new Map(pages.map(({ url }, at) => [url, copies[at]?.places ?? []]));
    const placesOf = (id: string): readonly number[] => {
      const { url, words } = found.get(id) ?? { url: '', words: 0 };
      const own = places.get(url) ?? [];
      if (words !== own.length)
        throw new Error(`Pagefind counts ${words} words of ${url}, which has ${own.length}.`);
      return own;
    };
    const texts = [...found].flatMap(([id, { url }]) =>
      (kept.get(url) ?? []).map((part, at) => ({
        path: `page/${id}-${at}.json`,
        content: Buffer.from(part),
      })),
    );
    const files = recut(written.files, placesOf, FILE).filter(({ path }) => needed.test(path));
    return [...files, ...texts];
  } finally {
    await close();
  }
}

/**
 * So many words of copies go into one file of the index: it has then about 1 kB. Smaller files
 * would save each search some bytes, and take every build longer.
 */
const FILE = 300;

async function addPage(index: PagefindIndex, page: IndexedPage, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: page.url, content });
  if (errors.length > 0) throw failed(errors);
}

/** What Pagefind keeps of a page. We keep less of it, ourselves. */
interface Fragment {
  readonly url: string;
  readonly words: number;
}

/** What Pagefind kept of each page, by the id of the page. */
function fragmentsOf(files: readonly IndexFile[]): Map<string, Fragment> {
  return new Map(
    files.flatMap(({ path, content }) => {
      const [, id] = /^fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
      if (id === undefined) return [];
      const text = gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length);
      const { url, word_count: words } = JSON.parse(text) as { url: string; word_count: number };
      return [[id, { url, words }]];
    }),
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function failed(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index:\n${errors.join('\n')}`);
}

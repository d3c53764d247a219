import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** A file of the index, by its path within the folder of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What Pagefind puts before the content of its files, all of which are compressed. */
const MARK = Buffer.from('pagefind_dcd');

/**
 * A word with the pages that have it: number of the page, less that of the page before it, the
 * places of the word on it, and more that we do not read. Before the places stands, as a negative
 * number, what they weigh; each is less the place before it.
 */
type Word = readonly [word: string, pages: readonly Page[], ...more: unknown[]];
type Page = readonly [number: number, places: readonly number[], ...more: unknown[]];

/** The file `*.pf_meta`: beside the rest, the ids of all pages and the files of all words. */
type Meta = readonly [
  version: string,
  pages: readonly (readonly [id: string, ...more: unknown[]])[],
  chunks: readonly Chunk[],
  ...more: unknown[],
];
type Chunk = readonly [from: string, to: string, id: string];

/**
 * Makes of the index that Pagefind wrote one of many small files, in which words stand at places
 * of our own. Pagefind begins a new file after 20,000 words and cannot be told otherwise; a
 * search would load much that it does not need. Its formats are those of `pagefind_web` 1.6,
 * `index.rs` and `metadata.rs`: CBOR (RFC 8949), arrays throughout.
 *
 * @param files all that Pagefind wrote
 * @param placesOf where each word of a page stands, in the order of the words, by the page's id
 * @param words so many places of words go into one file
 * @throws Error where the files are not what is expected
 */
export function recut(
  files: readonly IndexFile[],
  placesOf: (id: string) => readonly number[],
  words: number,
): IndexFile[] {
  const metaFile = files.find(({ path }) => path.endsWith('.pf_meta'));
  const entryFile = files.find(({ path }) => path === 'pagefind-entry.json');
  if (metaFile === undefined || entryFile === undefined)
    throw new Error('Pagefind wrote no pf_meta, or no pagefind-entry.json.');
  const [version, pages, chunks, ...more] = unpacked(metaFile) as Meta;
  const places = pages.map(([id]) => placesOf(id));
  const all = chunks.flatMap(([, , id]) => {
    const file = files.find(({ path }) => path === `index/${id}.pf_index`);
    if (file === undefined) throw new Error(`Pagefind wrote no words for ${id}.`);
    const [some] = unpacked(file) as [Word[]];
    return some.map((word) => moved(word, places));
  });
  const cut = inPieces(all, words).map((piece): [Chunk, IndexFile] => {
    const content = packed([piece]);
    const id = hashed(content);
    const from = beginning(piece[0]?.[0]);
    const to = beginning(piece.at(-1)?.[0]);
    return [[from, to, id], { path: `index/${id}.pf_index`, content }];
  });
  const meta = packed([version, pages, cut.map(([chunk]) => chunk), ...more]);
  const metaId = hashed(meta);
  const [before = ''] = /(?<=\.)[^.]+(?=\.pf_meta$)/.exec(metaFile.path) ?? [];
  const entry = Buffer.from(entryFile.content).toString('utf8').replace(before, metaId);
  const replaced = new Set(['pf_meta', 'pf_index', 'json']);
  return [
    ...files.filter(({ path }) => !replaced.has(path.split('.').at(-1) ?? '')),
    ...cut.map(([, file]) => file),
    { path: metaFile.path.replace(before, metaId), content: meta },
    { path: entryFile.path, content: Buffer.from(entry) },
  ];
}

/** The word at the places that are ours. */
function moved([word, pages, ...more]: Word, placesOf: readonly (readonly number[])[]): Word {
  let number = 0;
  const found = pages.map(([step, places, ...rest]): Page => {
    number += step;
    return [step, movedPlaces(places, placesOf[number] ?? []), ...rest];
  });
  return [word, found, ...more];
}

function movedPlaces(places: readonly number[], ours: readonly number[]): number[] {
  let before = 0;
  let ourBefore = 0;
  return places.map((step) => {
    if (step < 0) {
      before = 0;
      ourBefore = 0;
      return step;
    }
    before += step;
    const our = ours[before];
    if (our === undefined) throw new Error('Pagefind found more words than the page has.');
    const ourStep = our - ourBefore;
    ourBefore = our;
    return ourStep;
  });
}

/** Words with the same beginning stay together: what is typed may go on. */
function inPieces(all: readonly Word[], most: number): Word[][] {
  const pieces: Word[][] = [];
  let piece: Word[] = [];
  let words = 0;
  for (const [at, word] of all.entries()) {
    piece.push(word);
    words += word[1].reduce((sum, [, places]) => sum + places.length - 1, 0);
    const next = all[at + 1]?.[0];
    if (next === undefined || (words >= most && beginning(next) !== beginning(word[0]))) {
      pieces.push(piece);
      piece = [];
      words = 0;
    }
  }
  return pieces;
}

function beginning(word = ''): string {
  return word.slice(0, 3);
}

function unpacked({ path, content }: IndexFile): unknown {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, MARK.length).equals(MARK))
    throw new Error(`${path} does not begin as files of Pagefind do.`);
  return decode(bytes.subarray(MARK.length));
}

function packed(content: unknown): Buffer {
  return gzipSync(Buffer.concat([MARK, encode(content)]), { level: 9 });
}

/** Like Pagefind's ids, which begin with the language. */
function hashed(content: Uint8Array): string {
  return `unknown_${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}

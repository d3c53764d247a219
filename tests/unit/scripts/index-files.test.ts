import { decode } from 'cborg';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { recut, type IndexFile } from '../../../scripts/index-files.ts';

afterAll(close);

/** What Pagefind makes of pages with these words. */
async function indexed(...pages: readonly string[]): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (const [at, words] of pages.entries()) {
    const content = `<html><body><p>${words}</p></body></html>`;
    await index.addHTMLFile({ url: `/${at}/`, content });
  }
  return (await index.getFiles()).files;
}

function opened(file: IndexFile | undefined): unknown {
  const bytes = gunzipSync(file?.content ?? new Uint8Array());
  return decode(bytes.subarray('pagefind_dcd'.length));
}

/** Every word of an index with its pages and places, and the files in which they are. */
function read(files: readonly IndexFile[]) {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const { languages } = JSON.parse(Buffer.from(entry?.content ?? []).toString('utf8')) as {
    languages: { unknown: { hash: string } };
  };
  const meta = `pagefind.${languages.unknown.hash}.pf_meta`;
  const [, pages, chunks] = opened(files.find(({ path }) => path === meta)) as [
    string,
    [id: string][],
    [from: string, to: string, id: string][],
  ];
  const words = chunks.map(([from, to, id]) => {
    const [some] = opened(files.find(({ path }) => path === `index/${id}.pf_index`)) as [
      [word: string, pages: [number, number[]][]][],
    ];
    const places = some.map(([word, found]) => [word, found.map((page) => page.slice(0, 2))]);
    return { from, to, words: places };
  });
  return { pages: pages.map(([id]) => id), words };
}

it('leaves every word where it is told, in files that are cut between beginnings', async () => {
  const files = await indexed('alpha beta gamma', 'gamma gamble beta delta');
  const before = read(files);
  expect(before.words).toHaveLength(1);
  const places = new Map([
    [before.pages[0], [5, 64, 200]],
    [before.pages[1], [1, 2, 70, 71]],
  ]);
  const after = read(recut(files, (id) => places.get(id) ?? [], 2));
  expect(after.pages).toEqual(before.pages);
  // Pages are counted from the one before; -25 is what Pagefind weighs a word by.
  expect(after.words).toEqual([
    {
      from: 'alp',
      to: 'bet',
      words: [
        ['alpha', [[0, [-25, 5]]]],
        [
          'beta',
          [
            [0, [-25, 64]],
            [1, [-25, 70]],
          ],
        ],
      ],
    },
    {
      from: 'del',
      to: 'gam',
      words: [
        ['delta', [[1, [-25, 71]]]],
        ['gamble', [[1, [-25, 2]]]],
        [
          'gamma',
          [
            [0, [-25, 200]],
            [1, [-25, 1]],
          ],
        ],
      ],
    },
  ]);
});

it('keeps the other files, and replaces those that it read', async () => {
  const files = await indexed('alpha beta');
  const after = recut(files, () => [0, 1], 1);
  const others = (some: readonly IndexFile[]): string[] =>
    some.map(({ path }) => path).filter((path) => !/pf_(meta|index)$/.test(path));
  expect(others(after).sort()).toEqual(others(files).sort());
  expect(after.filter(({ path }) => path.endsWith('.pf_meta'))).toHaveLength(1);
  expect(after.filter(({ path }) => path.endsWith('.pf_index'))).toHaveLength(2);
});

it('refuses words without a place, and files that are not Pagefind’s', async () => {
  const files = await indexed('alpha beta');
  expect(() => recut(files, () => [0], 1)).toThrow('Pagefind found more words than the page has.');
  expect(() => recut([], () => [], 1)).toThrow('Pagefind wrote no pf_meta');
  const broken = files.map((file) =>
    file.path.endsWith('.pf_index') ? { ...file, path: 'index/other.pf_index' } : file,
  );
  expect(() => recut(broken, () => [0, 1], 1)).toThrow('Pagefind wrote no words for');
});

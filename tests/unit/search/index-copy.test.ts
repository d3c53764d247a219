import { close, createIndex } from 'pagefind';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import {
  commonNames,
  indexCopies,
  keptPage,
  type IndexedPage,
} from '../../../src/lib/search/index-copy.ts';
import { pageOf, type KeptPage } from '../../../src/lib/search/pages.ts';

const page: IndexedPage = {
  url: '/guides/sample/',
  kind: 'guide',
  service: 'Sample & Co',
  aliases: [],
  headings: [
    { anchor: '', title: 'Turn on 2FA', also: ['set up "2FA"'], text: 'In <five> minutes.' },
    { anchor: 'step-scan', title: 'Scan it', also: [], text: 'Show the QR code.' },
    {
      anchor: 'faq-lost',
      title: 'I lost my phone. What now?',
      also: ['stolen phone', 'broken & gone'],
      text: 'Ask the support of Sample. '.repeat(20),
    },
  ],
};

afterAll(close);

function copyOf(one: IndexedPage, version: string): string {
  return indexCopies([one], new Set(), [version])[0] ?? '';
}

/** The words that Pagefind finds in a copy, and the id it gives it. */
async function indexed(copy: string): Promise<{ words: Set<string>; id: string }> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw new Error('Pagefind did not start.');
  await index.addHTMLFile({ url: page.url, content: copy });
  const { files } = await index.getFiles();
  const file = files.find(({ path }) => path.includes('fragment/'));
  const text = gunzipSync(file?.content ?? new Uint8Array()).toString('utf8');
  const { content } = JSON.parse(text.slice('pagefind_dcd'.length)) as { content: string };
  return { words: new Set(content.split(/[\s.]+/)), id: file?.path ?? '' };
}

describe('indexCopies', () => {
  it('gives Pagefind every name of a heading and its text', async () => {
    const { words } = await indexed(copyOf(page, 'v1'));
    for (const { names } of pageOf(keptPage(page, new Set())).sections) {
      expect(words.isSupersetOf(names)).toBe(true);
    }
  });

  it('gets another id where another version is kept', async () => {
    const one = await indexed(copyOf(page, 'v1'));
    const other = await indexed(copyOf(page, 'v2'));
    expect(other.words).toEqual(one.words);
    expect(other.id).not.toBe(one.id);
  });

  it('leaves a name that many pages have to the first of them, names of services apart', () => {
    const pages = Array.from({ length: 80 }, (_, index) => ({
      ...page,
      service: `Sample ${index}`,
      aliases: index % 2 === 0 ? ['Phone Company'] : [],
    }));
    const copies = indexCopies(
      pages,
      new Set(),
      pages.map(({ service }) => service),
    );
    const having = (name: string): number[] =>
      copies.flatMap((copy, index) => (new RegExp(`\\b${name}\\b`).test(copy) ? [index] : []));
    expect(having('steal')).toEqual(pages.map((_, index) => index).slice(0, 50));
    expect(having('sampl')).toHaveLength(80);
    expect(having('phone')).toEqual(
      pages.map((_, index) => index).filter((index) => index < 50 || index % 2 === 0),
    );
  });
});

describe('keptPage', () => {
  it('comes back with every heading, and what belongs to it', () => {
    const read = pageOf(JSON.parse(JSON.stringify(keptPage(page, new Set()))) as KeptPage);
    expect(read).toMatchObject({
      url: page.url,
      title: 'Turn on 2FA',
      service: 'Sample & Co',
    });
    expect(read.sections.map(({ anchor, kind }) => [anchor, kind])).toEqual([
      ['', 'page'],
      ['step-scan', 'step'],
      ['faq-lost', 'question'],
    ]);
    const [first, scan, lost] = read.sections;
    expect(first?.also).toEqual(['set up "2FA"']);
    expect(first?.excerpt).toBe('In <five> minutes.');
    expect(scan?.names).toEqual(new Set(['scan', 'see', 'qr']));
    expect(lost?.names).toEqual(
      new Set(['lost', 'phone', 'los', 'phon', 'steal', 'break', 'gon', 'support', 'sampl', 'ask']),
    );
    expect(lost?.excerpt.length).toBeLessThan(100);
  });

  it('leaves out of the text what is common, and keeps it in headings', () => {
    const read = pageOf(keptPage(page, new Set(['qr', 'phone'])));
    expect(read.sections[1]?.names.has('qr')).toBe(false);
    expect(read.sections[2]?.names.has('phone')).toBe(true);
  });
});

describe('commonNames', () => {
  it('gives what more than a tenth of the texts have', () => {
    const texts = Array.from({ length: 50 }, (_, index) => ({
      anchor: `faq-${index}`,
      title: 'A question',
      also: [],
      text: `${index % 5 === 0 ? 'often' : ''} ${index % 25 === 0 ? 'seldom' : ''}`,
    }));
    expect(commonNames(texts)).toEqual(new Set(['often']));
  });
});

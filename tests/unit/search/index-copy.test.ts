import { close, createIndex } from 'pagefind';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import {
  commonNames,
  indexCopies,
  keptParts,
  slot,
  type IndexCopy,
  type IndexedPage,
} from '../../../src/lib/search/index-copy.ts';
import { PART, pageOf, type KeptPart, type Page } from '../../../src/lib/search/pages.ts';

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

/** What is kept of a page, as it comes back from its files. */
function partsOf(one: IndexedPage, common: readonly string[] = []): Page[] {
  const written = JSON.stringify(keptParts(one, new Set(common)));
  return (JSON.parse(written) as KeptPart[]).map(pageOf);
}

function copyOf(one: IndexedPage, version: string): IndexCopy {
  return indexCopies([one], new Set(), [version])[0] ?? { html: '', places: [] };
}

/** The words that Pagefind finds in a copy, in order, and the id it gives it. */
async function indexed({ html }: IndexCopy): Promise<{ content: string[]; id: string }> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw new Error('Pagefind did not start.');
  await index.addHTMLFile({ url: page.url, content: html });
  const { files } = await index.getFiles();
  const file = files.find(({ path }) => path.includes('fragment/'));
  const text = gunzipSync(file?.content ?? new Uint8Array()).toString('utf8');
  const { content } = JSON.parse(text.slice('pagefind_dcd'.length)) as { content: string };
  return { content: content.split(/[\s.]+/).filter(Boolean), id: file?.path ?? '' };
}

describe('indexCopies', () => {
  it('gives Pagefind every name of a heading and its text, with a place in the slot of the heading', async () => {
    const copy = copyOf(page, 'v1');
    const { content } = await indexed(copy);
    const [{ sections } = { sections: [] }] = partsOf(page);
    expect(content).toHaveLength(copy.places.length);
    sections.forEach(({ names, headed }, at) => {
      const between = (from: number, to: number): string[] =>
        content.filter((_, word) => {
          const place = (copy.places[word] ?? -1) - at * slot.all;
          return place >= from && place < to;
        });
      const inSlot = between(0, slot.all);
      // What the service is called stands in the first slot.
      const named = (name: string): boolean => at > 0 && name === 'sampl';
      expect([...names].filter((name) => !inSlot.includes(name) && !named(name))).toEqual([]);
      const ofHeading = between(0, slot.heading);
      expect([...headed.keys()].filter((name) => !ofHeading.includes(name))).toEqual([]);
    });
  });

  it('gets another id where another version is kept', async () => {
    const one = await indexed(copyOf(page, 'v1'));
    const other = await indexed(copyOf(page, 'v2'));
    expect(other.content).toEqual(one.content);
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
      copies.flatMap(({ html }, index) => (new RegExp(`\\b${name}\\b`).test(html) ? [index] : []));
    expect(having('stolen')).toEqual(pages.map((_, index) => index).slice(0, 16));
    expect(having('sampl')).toHaveLength(80);
    expect(having('phone')).toEqual(
      pages.map((_, index) => index).filter((index) => index < 16 || index % 2 === 0),
    );
  });
});

describe('keptParts', () => {
  it('come back with every heading, and what belongs to it', () => {
    const [read, ...more] = partsOf(page);
    expect(more).toEqual([]);
    expect(read).toMatchObject({
      url: page.url,
      title: 'Turn on 2FA',
      service: 'Sample & Co',
      terms: false,
    });
    expect(read?.sections.map(({ anchor, kind }) => [anchor, kind])).toEqual([
      ['', 'page'],
      ['step-scan', 'step'],
      ['faq-lost', 'question'],
    ]);
    const [first, scan, lost] = read?.sections ?? [];
    expect(first?.headings.map(({ names }) => names)).toEqual([
      ['enable', 'mfa'],
      ['enable', 'mfa'],
    ]);
    expect(first?.excerpt).toBe('In <five> minutes.');
    expect(scan?.names).toEqual(new Set(['scan', 'see', 'qr']));
    expect(lost?.names.isSupersetOf(new Set(['lost', 'phone', 'support', 'ask']))).toBe(true);
    expect(lost?.headed.get('lost')).toBe(3);
    expect(lost?.excerpt.length).toBeLessThan(100);
  });

  it('hold so many headings each, in order', () => {
    const titles = Array.from({ length: PART + 2 }, (_, index) => `Part ${index}`);
    const long: IndexedPage = {
      ...page,
      kind: 'terms',
      headings: titles.map((title) => ({ anchor: title, title, also: [], text: '' })),
    };
    const parts = partsOf(long);
    expect(parts.map(({ title, terms }) => [title, terms])).toEqual([
      ['Part 0', true],
      ['Part 0', true],
    ]);
    expect(parts.flatMap(({ sections }) => sections.map(({ title }) => title))).toEqual(titles);
    expect(parts[0]?.sections).toHaveLength(PART);
  });

  it('leave out of the text what is common, and of other ways what the service is called', () => {
    const [read] = partsOf(page, ['qr', 'phone']);
    expect(read?.sections[1]?.names.has('qr')).toBe(false);
    expect(read?.sections[2]?.names.has('phone')).toBe(true);
    const named = { anchor: 'faq', title: 'What now?', also: ['Sample is down'], text: '' };
    expect(keptParts({ ...page, headings: [named] }, new Set())[0]?.headings[0]?.[3]).toBe('down');
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

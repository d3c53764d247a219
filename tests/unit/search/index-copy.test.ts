import { createIndex, close } from 'pagefind';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { commonNames, indexCopy, type IndexedPage } from '../../../src/lib/search/index-copy.ts';
import type { Fragment } from '../../../src/lib/search/pagefind.ts';
import { pageOf } from '../../../src/lib/search/pages.ts';

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

/** What Pagefind keeps of a copy. */
async function fragmentOf(copy: string): Promise<Fragment> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw new Error('Pagefind did not start.');
  await index.addHTMLFile({ url: page.url, content: copy });
  const { files } = await index.getFiles();
  const file = files.find(({ path }) => path.includes('fragment/'));
  const text = gunzipSync(file?.content ?? new Uint8Array()).toString('utf8');
  return JSON.parse(text.slice('pagefind_dcd'.length)) as Fragment;
}

describe('indexCopy', () => {
  it('comes back from Pagefind with every heading, and what belongs to it', async () => {
    const read = pageOf(await fragmentOf(indexCopy(page, new Set())));
    expect(read).toMatchObject({
      url: page.url,
      title: 'Turn on 2FA',
      kind: 'guide',
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

  it('leaves out of the text what is common, and keeps it in headings', async () => {
    const read = pageOf(await fragmentOf(indexCopy(page, new Set(['qr', 'phone']))));
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

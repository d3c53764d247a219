import { describe, expect, it } from 'vitest';
import { searchWordsOf, servicesByLetter, servicesOf } from '../../../src/lib/search/content.ts';
import type { IndexedPage } from '../../../src/lib/search/index-copy.ts';
import { pageOf } from '../../../src/lib/search/pages.ts';
import { askPartial } from '../../../src/lib/search/partial.ts';
import { search, type SearchIndex } from '../../../src/lib/search/search.ts';

const page = (service: string, aliases: readonly string[]): IndexedPage => ({
  url: `/guides/${service}/`,
  kind: 'guide',
  service,
  aliases,
  headings: [{ anchor: '', title: `Turn on 2FA for ${service}`, also: [], text: '' }],
});

const pages = [page('AWS', ['Amazon Web Services']), page('GitHub', []), page('Box', [])];
const byLetter = servicesByLetter(servicesOf(pages));

/** The letters whose services a question loads, and the address of its first answer. */
async function ask(text: string): Promise<{ loaded: string[]; first: string | undefined }> {
  const loaded: string[] = [];
  const { results } = await search(indexOf(loaded), text);
  return { loaded, first: results[0]?.url };
}

function indexOf(loaded: string[] = []): SearchIndex {
  return {
    words: searchWordsOf(pages),
    pagefind: {
      search: () =>
        Promise.resolve({ results: pages.map(({ url: id }) => ({ id, score: 1, words: [1] })) }),
    },
    page: (id) => {
      const { url, service, headings } = pages.find(({ url }) => `${url}-0` === id) ?? page('', []);
      return Promise.resolve(
        pageOf({
          url,
          title: url,
          service,
          headings: headings.map(({ title }) => ['', title, '', '', '']),
        }),
      );
    },
    services: (letter) => {
      loaded.push(letter);
      return Promise.resolve(byLetter.get(letter) ?? []);
    },
  };
}

describe('search', () => {
  it('loads the services that a word of the question may name, and no others', async () => {
    expect(await ask('aws')).toEqual({ loaded: ['a'], first: '/guides/AWS/' });
    expect(await ask('2fa web services amazon')).toMatchObject({ loaded: ['w', 's', 'a'] });
    expect(await ask('turn on two factor for box')).toEqual({
      loaded: ['b'],
      first: '/guides/Box/',
    });
    expect(await ask('turn on two factor')).toMatchObject({ loaded: [] });
    expect(await ask('zzzz')).toMatchObject({ loaded: [] });
  });

  it('keeps the services by the first letter of each word in their names', () => {
    expect([...byLetter.keys()].sort()).toEqual(['a', 'b', 'g', 'h', 's', 'w']);
    expect(byLetter.get('w')).toEqual([['AWS', 'Amazon Web Services']]);
    expect(searchWordsOf(pages).letters).toBe([...byLetter.keys()].join(''));
  });
});

describe('askPartial', () => {
  const without = (...gone: string[]): SearchIndex => {
    const index = indexOf();
    const page: SearchIndex['page'] = (id) =>
      gone.some((url) => id.startsWith(url))
        ? Promise.reject(new Error(`no ${id}`))
        : index.page(id);
    return { ...index, page };
  };
  const first = async (index: SearchIndex): Promise<string | undefined> => {
    const { results } = await askPartial(index, (some) => search(some, 'turn on box'));
    return results[0]?.url;
  };

  it('answers from the texts that are there', async () => {
    expect(await first(without('/guides/AWS/'))).toBe('/guides/Box/');
  });

  it('fails where nothing is found and texts are missing', async () => {
    await expect(first(without(...pages.map(({ url }) => url)))).rejects.toThrow('no /guides/');
  });
});

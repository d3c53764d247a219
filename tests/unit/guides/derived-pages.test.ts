import { describe, expect, it } from 'vitest';
import { parseLog } from '../../../src/lib/guides/changed.ts';
import { jsonLd, scriptJson } from '../../../src/lib/guides/json-ld.ts';
import { byLetter, inParts } from '../../../src/lib/guides/letters.ts';
import { llmsText } from '../../../src/lib/guides/llms.ts';
import { movedQuestions, questionGroups } from '../../../src/lib/guides/questions.ts';
import { repositoryLinks } from '../../../src/lib/guides/repository.ts';
import { faqSchema } from '../../../src/lib/guides/schema.ts';
import { snippet } from '../../../src/lib/guides/snippets.ts';
import { sampleGuide } from './sample.ts';

const faqFields = {
  title: 'Questions about Example',
  summary: 'Questions about Example that its guide has no room for, with their answers.',
  topic: 'Example',
  guide: 'example',
  verified: new Date('2026-11-24'),
  sections: [{ id: 'all', title: 'All of them' }],
  faq: [
    { id: 'moved', title: 'Was this in the guide?', movedFrom: 'example' },
    { id: 'fresh', title: 'Is this one new?' },
  ],
  sources: sampleGuide().sources,
};
const faq = { id: 'example-more', data: faqSchema.parse(faqFields) };
const general = {
  id: 'general',
  data: faqSchema.parse({ ...faqFields, guide: undefined, topic: 'Codes' }),
};
const guide = { id: 'example', data: sampleGuide() };

describe('questionGroups', () => {
  it('puts a service’s questions of both pages together, after those about no service', () => {
    const groups = questionGroups([guide], [faq, general]);
    expect(groups.map(({ topic }) => topic)).toEqual(['Codes', 'Example']);
    expect(groups[1]?.questions.map(({ href }) => href)).toEqual([
      '/guides/example/#faq-sync',
      '/guides/example/#faq-lost',
      '/faq/example-more/#faq-moved',
      '/faq/example-more/#faq-fresh',
    ]);
  });
});

describe('movedQuestions', () => {
  it('lists what a guide had before, with where it is now', () => {
    expect(movedQuestions('example', [faq])).toEqual([
      { id: 'moved', title: 'Was this in the guide?', href: '/faq/example-more/#faq-moved' },
    ]);
    expect(movedQuestions('other', [faq])).toEqual([]);
  });
});

describe('faqSchema', () => {
  it('refuses an id that is there twice', () => {
    const twice = { ...faqFields, faq: [faqFields.faq[1], faqFields.faq[1]] };
    expect(faqSchema.safeParse(twice).error?.message).toContain('fresh is there twice');
  });
});

describe('snippet', () => {
  const linked = { title: 'Codes [2] & "more"', url: 'https://a.example/?a=1&b=2#step-x' };

  it('escapes what its form gives a meaning to', () => {
    expect(snippet('markdown', linked)).toBe(
      '[Codes \\[2\\] & "more"](https://a.example/?a=1&b=2#step-x)',
    );
    expect(snippet('html', linked)).toBe(
      '<a href="https://a.example/?a=1&amp;b=2#step-x">Codes [2] &amp; &quot;more&quot;</a>',
    );
    expect(snippet('text', linked)).toBe(`${linked.title}\n${linked.url}`);
    const marked = { title: '<b> *x* `y` _z_ mfa_serial C:\\', url: 'https://a.example/' };
    expect(snippet('markdown', marked)).toBe(
      '[\\<b> \\*x\\* \\`y\\` \\_z\\_ mfa_serial C:\\\\](https://a.example/)',
    );
    expect(snippet('html', marked)).toContain('>&lt;b&gt; *x* `y` _z_ mfa_serial C:\\</a>');
  });
});

describe('jsonLd', () => {
  const url = new URL('https://site.example/guides/example/');
  const described = {
    title: '</script>',
    description: 'D',
    url,
    crumbs: [{ title: 'Guides', href: '/guides/' }, { title: 'Example' }],
    article: { about: 'Example', modified: new Date('2026-11-24'), image: 'https://i.example/' },
  };

  it('describes the article and the way to it', () => {
    expect(jsonLd(described)).toMatchObject({
      '@graph': [
        { '@type': 'TechArticle', dateModified: '2026-11-24', url: url.href },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 1, item: 'https://site.example/guides/' },
            { position: 2, name: 'Example' },
          ],
        },
      ],
    });
  });

  it('cannot end the script element that it stands in', () => {
    const json = scriptJson(jsonLd(described));
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(jsonLd(described));
  });
});

describe('byLetter', () => {
  it('groups as people look a name up', () => {
    const groups = byLetter(['Éclair', 'azure', 'AWS', '1Password', 'Item 10', 'Item 9'], (n) => n);
    expect(groups.map(({ id, items }) => [id, items])).toEqual([
      ['other', ['1Password']],
      ['a', ['AWS', 'azure']],
      ['e', ['Éclair']],
      ['i', ['Item 9', 'Item 10']],
    ]);
  });
});

describe('inParts', () => {
  it('divides a letter that has too many', () => {
    const groups = inParts([{ id: 'a', letter: 'A', items: [1, 2, 3, 4, 5] }], 2);
    expect(groups).toEqual([
      { id: 'a', letter: 'A', items: [1, 2] },
      { id: 'a-2', letter: 'A 2', items: [3, 4] },
      { id: 'a-3', letter: 'A 3', items: [5] },
    ]);
  });
});

describe('parseLog', () => {
  it('keeps the newest commit of each file', () => {
    const log = [
      '',
      '2026-11-24T10:00:00Z\n\na.mdx\n',
      '2026-11-20T10:00:00Z\n\na.mdx\nb.mdx\n',
    ].join('\0');
    expect([...parseLog(log)]).toEqual([
      ['a.mdx', new Date('2026-11-24T10:00:00Z')],
      ['b.mdx', new Date('2026-11-20T10:00:00Z')],
    ]);
    expect(parseLog('').size).toBe(0);
  });
});

describe('repositoryLinks', () => {
  const page = { title: 'Codes', url: 'https://site.example/codes/' };

  it('leads to the file and to a report with the page filled in', () => {
    const links = repositoryLinks('src/content/a.mdx', page, 'https://git.example/o/r');
    expect(links?.edit).toBe('https://git.example/o/r/edit/main/src/content/a.mdx');
    const report = new URL(links?.report ?? '');
    expect(report.pathname).toBe('/o/r/issues/new');
    expect(report.searchParams.get('body')).toContain('Page: https://site.example/codes/\n');
  });

  it('is absent without a repository or a file', () => {
    expect(repositoryLinks('a.mdx', page, '')).toBeUndefined();
    expect(repositoryLinks(undefined, page, 'https://git.example/o/r')).toBeUndefined();
  });
});

describe('llmsText', () => {
  it('lists each page with the absolute address of its Markdown', () => {
    const listed = { title: 'A', summary: 'S.', markdown: '/guides/a.md' };
    const text = llmsText(
      [
        { title: 'Guides', pages: [listed] },
        { title: 'None', pages: [] },
      ],
      new URL('https://site.example/'),
    );
    expect(text).toContain('## Guides\n\n- [A](https://site.example/guides/a.md): S.\n');
    expect(text).not.toContain('None');
  });
});

import { describe, expect, it } from 'vitest';
import { slugByIssuer } from '../../../src/components/vault/guide/load-guide.ts';
import { entryGuide, guideIssuers } from '../../../src/lib/guides/entry-guide.ts';
import { faqSchema, type GuideData } from '../../../src/lib/guides/schema.ts';
import { sampleGuide } from './sample.ts';

const page = {
  id: 'example-more',
  data: faqSchema.parse({
    title: 'Questions about Example',
    summary: 'What people ask about Example and its codes, answered in a few words each.',
    topic: 'Example',
    guide: 'example',
    verified: new Date('2026-11-24'),
    sections: [{ id: 'all', title: 'All of them' }],
    faq: [{ id: 'new-phone', title: 'How do I move to a new phone?' }],
    sources: [
      { id: 'help', title: 'Example, help', url: 'https://example.com', confidence: 'low' },
    ],
  }),
};

function guideWith(later: GuideData['later']) {
  return { id: 'example', data: { ...sampleGuide(), later } };
}

describe('entryGuide', () => {
  it('finds each part in the guide or in its page of questions', () => {
    const made = entryGuide(guideWith({ recover: 'after', move: 'faq-new-phone' }), [page]);
    expect(made).toMatchObject({
      slug: 'example',
      service: 'Example',
      recover: { title: 'Afterwards', href: '/guides/example/#after' },
      move: { title: 'How do I move to a new phone?', href: '/faq/example-more/#faq-new-phone' },
      resync: { title: 'What if codes are refused?', href: '/guides/example/#faq-sync' },
      identities: [
        { id: 'owner', recover: { href: '/guides/example/#faq-lost' } },
        { id: 'member', label: 'Member', nameLabel: 'Member name' },
      ],
    });
    expect(made).not.toHaveProperty('remove');
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('tells a writer of an anchor that is nowhere, other guides’ questions included', () => {
    const other = { ...page, data: { ...page.data, guide: 'another' } };
    expect(() => entryGuide(guideWith({ move: 'faq-new-phone' }), [other])).toThrow(
      'Guide example: `later.move` says faq-new-phone, which neither',
    );
  });

  it('has none of what only its page needs', () => {
    expect(JSON.stringify(entryGuide(guideWith({}), []))).not.toMatch(/figures|sources|keyHint/);
  });
});

describe('slugByIssuer', () => {
  const known = [guideIssuers(guideWith({})), { slug: 'other', issuers: ['Other', 'Another'] }];

  it('knows a service by any of its issuers, capitals aside', () => {
    expect(slugByIssuer(known, 'EXAMPLE')).toBe('example');
    expect(slugByIssuer(known, 'another')).toBe('other');
  });

  it('does not guess', () => {
    expect(slugByIssuer(known, 'Example Inc.')).toBeUndefined();
  });
});

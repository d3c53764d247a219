import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../scripts/built-pages.ts';
import {
  brokenPermalinks,
  linkableAnchors,
  withPublished,
  type Permalinks,
} from '../../../scripts/permalinks.ts';

const page =
  '<h2 id="title">T</h2><section id="faq-lost" class="faq"><a class="permalink" href="#faq-lost">#</a></section>' +
  '<li id="step-scan"></li><script>"<p id=\\"no\\">"</script>';

const record: Permalinks = {
  published: { '/guides/a/': ['faq-lost', 'step-scan'], '/old/': ['part'] },
  moved: { '/old/': '/guides/b/', '/a/': '/guides/a/#step-scan' },
};

/** A built site with the given page at /guides/a/. */
const built = (html: string): Map<string, Set<string>> =>
  new Map([
    ['/guides/a/', idsOf(html)],
    ['/guides/b/', new Set(['part'])],
  ]);

describe('brokenPermalinks', () => {
  it('finds nothing where all that was published still works', () => {
    expect(brokenPermalinks(record, built(page))).toEqual([]);
  });

  it('finds an id that was taken out, where people and redirects point at it', () => {
    const problems = brokenPermalinks(record, built(page.replace('id="step-scan"', '')));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('/guides/a/#step-scan is gone');
    expect(problems[1]).toContain('/a/ leads to /guides/a/#step-scan');
  });

  it('finds a page that is gone, and one that moved to nowhere', () => {
    const pages = built(page);
    pages.delete('/guides/b/');
    expect(brokenPermalinks(record, pages).join()).toContain('/old/ is gone');
    expect(brokenPermalinks(record, pages).join()).toContain('where no page is');
  });

  it('refuses a redirect from an address that has a page, and a redirect to another one', () => {
    const moved = { ...record.moved, '/guides/b/': '/guides/a/' };
    const problems = brokenPermalinks({ ...record, moved }, built(page)).join();
    expect(problems).toContain('/guides/b/ has moved, but there is a page');
    expect(problems).toContain('/old/ leads to /guides/b/, which moved itself');
  });
});

describe('linkableAnchors', () => {
  it('lists what people link to and nothing else', () => {
    expect(linkableAnchors(page)).toEqual(['faq-lost', 'step-scan']);
  });
});

describe('withPublished', () => {
  it('adds to the record and never takes out of it', () => {
    const { published } = withPublished(record, { '/guides/a/': ['faq-new'], '/c/': [] });
    expect(published).toEqual({
      '/c/': [],
      '/guides/a/': ['faq-lost', 'faq-new', 'step-scan'],
      '/old/': ['part'],
    });
  });
});

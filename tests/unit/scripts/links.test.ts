import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../scripts/built-pages.ts';
import { brokenLinks } from '../../../scripts/links.ts';

const check = (html: string): string[] =>
  brokenLinks({
    pages: [
      { address: '/', file: 'index.html', html, ids: idsOf(html) },
      { address: '/b/', file: 'b/index.html', html: '', ids: new Set(['part']) },
    ],
    files: new Set(['/a.svg']),
    origin: 'https://site.example',
  });

describe('brokenLinks', () => {
  it('takes links to pages, files, anchors and other sites', () => {
    const html =
      '<h2 id="top">T</h2><a href="#top"></a><a href="/b/?q=1#part"></a><img src="/a.svg">' +
      '<a href="https://site.example/b/#part"></a><a href="https://other.example/x"></a>';
    expect(check(html)).toEqual([]);
  });

  it('finds a page, a file and an anchor that are not there', () => {
    expect(check('<a href="/c/"></a>')).toEqual(['/ links to /c/, where nothing is.']);
    expect(check('<img src="/b.svg">')).toHaveLength(1);
    expect(check('<a href="/b/#gone"></a>')).toEqual([
      '/ links to /b/#gone, which has no such anchor.',
    ]);
    expect(check('<a href="#gone"></a>')).toHaveLength(1);
    expect(check('<a href="https://site.example/c/"></a>')).toHaveLength(1);
  });

  it('finds a link to a page without the last slash of its address', () => {
    expect(check('<a href="/b"></a>')).toHaveLength(1);
  });
});

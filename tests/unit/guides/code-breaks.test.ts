import { describe, expect, it } from 'vitest';
import { withCodeBreaks } from '../../../src/lib/guides/code-breaks.ts';

describe('withCodeBreaks', () => {
  it('keeps the hyphens of an option with its name', () => {
    expect(
      withCodeBreaks('<pre><code class="language-sh">aws x --serial-number 1</code></pre>'),
    ).toBe(
      '<pre><code class="language-sh">aws x <span class="option">--serial-number</span> 1</code></pre>',
    );
    expect(withCodeBreaks('<code>--next -- a</code>, --no')).toBe(
      '<code><span class="option">--next</span> <span class="option">--</span> a</code>, --no',
    );
  });

  it('leaves other hyphens alone, and what is no code', () => {
    const html = '<p title="--a">a -- b</p><code>2faa x--y get-session-token -f</code>';
    expect(withCodeBreaks(html)).toBe(html);
  });

  it('lets names break after an underscore in tables alone', () => {
    expect(
      withCodeBreaks('<td><a href="#get_code"><code>get_code</code></a></td><code>get_code</code>'),
    ).toBe('<td><a href="#get_code"><code>get_<wbr>code</code></a></td><code>get_code</code>');
  });
});

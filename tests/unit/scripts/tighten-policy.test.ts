import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withoutUnusedHashes } from '../../../scripts/tighten-policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (policy: string): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${policy};">` +
  '<style>p{}</style><script>run()</script><script type="module" src="/a.js"></script>';

describe('withoutUnusedHashes', () => {
  it('keeps the hashes of what stands in the page and drops all others', () => {
    const used = ` ${hash('run()')} ${hash('p{}')}`;
    expect(withoutUnusedHashes(page(`${used} ${hash('other')} ${hash('')}`))).toBe(page(used));
  });

  it('leaves a page alone whose policy has no hash too many', () => {
    expect(withoutUnusedHashes(page(''))).toBe(page(''));
  });
});

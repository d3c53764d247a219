import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tightened } from '../../../scripts/tighten-policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (hashes: string): string =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'${hashes};">`;

const head = '<html><head><meta charset="utf-8">';
const rest = '<style>p{}</style><script>run()</script><script type="module" src="/a.js"></script>';

describe('tightened', () => {
  it('keeps the hashes of what stands in the page and drops all others', () => {
    const used = ` ${hash('run()')} ${hash('p{}')}`;
    const all = policy(`${used} ${hash('other')} ${hash('')}`);
    expect(tightened(head + all + rest, '/')).toBe(head + policy(used) + rest);
  });

  it('moves the policy in front of all that it is about', () => {
    expect(tightened(head + rest + policy(''), '/')).toBe(head + policy('') + rest);
  });

  it('refuses a page without a policy or a place for it', () => {
    expect(() => tightened(head + rest, '/a/')).toThrow('/a/');
    expect(() => tightened(rest + policy(''), '/b/')).toThrow('/b/');
  });
});

import { describe, expect, it } from 'vitest';
import { formatRedirects, parseRedirects, redirectFor } from '../../../scripts/redirects.ts';

const known = parseRedirects(formatRedirects({ '/aws/': '/guides/aws-mfa/' }));
const isPage = (pathname: string): boolean => pathname === '/guides/aws-mfa/';
const to = (address: string): string | undefined =>
  redirectFor(new URL(address, 'http://localhost'), known, isPage);

describe('redirectFor', () => {
  it('leads from an old address, with or without its last slash, and keeps the query', () => {
    expect(to('/aws')).toBe('/guides/aws-mfa/');
    expect(to('/aws/?identity=root')).toBe('/guides/aws-mfa/?identity=root');
  });

  it('adds the last slash to the address of a page alone', () => {
    expect(to('/guides/aws-mfa?identity=iam')).toBe('/guides/aws-mfa/?identity=iam');
    expect(to('/guides/aws-mfa/')).toBeUndefined();
    expect(to('/favicon.svg')).toBeUndefined();
    expect(to('/nothing')).toBeUndefined();
  });
});

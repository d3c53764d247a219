import { describe, expect, it } from 'vitest';
import { compareServed, differentBuilds } from '../../../src/lib/build/compare.ts';
import { addressOf, fingerprintText, type BuildManifest } from '../../../src/lib/build/manifest.ts';
import { sha256 } from '../../../scripts/built-site.ts';

const file = (content: string) => ({ sha256: sha256(content), bytes: content.length });

const manifest: BuildManifest = {
  version: '1.0.0',
  commit: 'c0ffee',
  site: 'https://site.example',
  fingerprint: '',
  files: {
    '/b.js': file('b'),
    '/_headers': file('h'),
    '/a/index.html': file('a'),
    '/version/index.html': file('v'),
    '/sw.js': file('s'),
  },
};

/** A host that has these files, by address. */
const host = (files: Readonly<Record<string, string>>) => (address: string) => {
  const content = files[address];
  return Promise.resolve(content === undefined ? undefined : { sha256: sha256(content) });
};

const honest = { '/b.js': 'b', '/a/': 'a', '/version/': 'v', '/sw.js': 's' };

describe('the fingerprint of a build', () => {
  it('is over the lines of sha256sum, sorted, without the page that shows it', () => {
    expect(fingerprintText(manifest.files)).toBe(
      `${sha256('h')}  /_headers\n${sha256('a')}  /a/index.html\n${sha256('b')}  /b.js\n${sha256('s')}  /sw.js\n`,
    );
  });
});

describe('comparing a host with a build', () => {
  it('asks for each served file at its address, and for none that only hosts read', async () => {
    expect(addressOf('/a/index.html')).toBe('/a/');
    expect(addressOf('/_redirects')).toBeUndefined();
    expect(await compareServed(manifest, host(honest))).toEqual({ compared: 4, problems: [] });
  });

  it('finds each file that is not as built, and each that is missing', async () => {
    const { problems } = await compareServed(manifest, host({ '/b.js': 'B', '/sw.js': 's' }));
    expect(problems).toEqual([
      '/a/ is not served',
      `/b.js differs: ${sha256('B')} instead of ${sha256('b')}`,
      '/version/ is not served',
    ]);
  });

  it('says first where the two were built differently', () => {
    expect(differentBuilds(manifest, manifest)).toEqual([]);
    const other = { ...manifest, commit: undefined, site: 'https://other.example' };
    expect(
      differentBuilds(manifest, { ...other, repository: 'https://code.example/2faa' }),
    ).toEqual([
      'The host serves a build of files that are not committed, this build is commit c0ffee.',
      'The host’s was built with SITE_URL=https://other.example, this one for https://site.example.',
      'The host’s was built with REPO_URL=https://code.example/2faa.',
    ]);
  });
});

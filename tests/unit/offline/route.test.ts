import { describe, expect, it } from 'vitest';
import { redirectOf, routeOf } from '../../../src/lib/offline/route.ts';
import { ORIGIN, planOf } from './support.ts';

const plan = planOf(
  'one',
  { '/app/': 'app', '/_astro/a.js': 'a', '/pagefind/pagefind-entry.json': '{}' },
  { '/_astro/decoder.wasm': 'w' },
);

const route = (path: string, mode = 'no-cors', method = 'GET', origin = ORIGIN) =>
  routeOf({ method, mode, url: origin + path }, plan, ORIGIN);

describe('who answers a request', () => {
  it.each([
    ['/_astro/a.js', '/_astro/a.js'],
    ['/_astro/a.js?astro-retry=17', '/_astro/a.js'],
    ['/pagefind/pagefind-entry.json?ts=17', '/pagefind/pagefind-entry.json'],
    ['/_astro/decoder.wasm', '/_astro/decoder.wasm'],
    // Of another build, perhaps of one that a page is still open of.
    ['/_astro/other.js', '/_astro/other.js'],
    ['/pagefind/page/x.json', '/pagefind/page/x.json'],
  ])('the cache first: %s', (path, address) => {
    expect(route(path)).toEqual({ by: 'file', address });
  });

  it.each([
    ['/app/', '/app/'],
    ['/app', '/app/'],
    ['/app/index.html', '/app/'],
    ['/search/?q=lost', '/search/'],
    ['/', '/'],
  ])('a page, by its address with the slash and without its query: %s', (path, address) => {
    expect(route(path, 'navigate')).toEqual({ by: 'page', address });
  });

  it.each([
    ['/app/', 'cors', 'GET'],
    ['/robots.txt', 'cors', 'GET'],
    ['/robots.txt', 'cors', 'HEAD'],
    ['/_astro/a.js', 'cors', 'HEAD'],
    ['/guides/aws-mfa.md', 'navigate', 'GET'],
    ['/sw.js', 'same-origin', 'GET'],
    ['/search/', 'navigate', 'POST'],
    ['/app/', 'cors', 'POST'],
  ])('the network alone: %s, %s, %s', (path, mode, method) => {
    expect(route(path, mode, method)).toEqual({ by: 'network' });
  });

  it('leaves other origins alone', () => {
    expect(route('/_astro/a.js', 'cors', 'GET', 'https://other.example')).toEqual({
      by: 'network',
    });
  });

  it('takes what is shared with the app', () => {
    expect(route('/app/', 'navigate', 'POST')).toEqual({ by: 'share' });
  });
});

describe('where an address leads when no server can say it', () => {
  const to = (path: string) => redirectOf(new URL(ORIGIN + path), plan);
  it('adds the last slash and keeps the query', () => {
    expect(to('/app?a=b')).toBe('/app/?a=b');
    expect(to('/app/index.html')).toBe('/app/');
    expect(to('/app/?a=b')).toBeUndefined();
    expect(to('/llms.txt')).toBeUndefined();
  });

  it('knows old addresses', () => {
    expect(to('/old')).toBe('/new/');
    expect(to('/old/?a=b')).toBe('/new/?a=b');
    expect(to('/constructor')).toBe('/constructor/');
  });
});

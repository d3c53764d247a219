import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/lib/offline/plan.ts';
import { OfflineStore } from '../../../src/lib/offline/store.browser.ts';
import { FakeCaches, hostOf, html, planOf } from './support.ts';

/** The files of a build whose one script has this name. */
function build(script: string, more: Record<string, string> = {}) {
  return {
    '/app/': html('App', `/_astro/${script}`),
    [`/_astro/${script}`]: `code of ${script}`,
    '/_astro/same.js': 'never changes',
    ...more,
  };
}

async function started(
  caches: FakeCaches,
  name: string,
  files: Record<string, string>,
  later: Record<string, string> = {},
) {
  const host = hostOf({ ...files, ...later });
  const store = new OfflineStore(planOf(name, files, later), caches.storage, host.fetch);
  await store.fill();
  await store.start();
  return { store, host };
}

const textOf = async (response: Promise<Response | undefined>) => (await response)?.text();

describe('filling', () => {
  it('keeps the whole core with its headers, and fetches only what another build lacks', async () => {
    const caches = new FakeCaches();
    const one = await started(caches, 'one', build('a.js'));
    expect(one.host.asked.toSorted()).toEqual(['/_astro/a.js', '/_astro/same.js', '/app/']);
    const two = await started(caches, 'two', build('b.js'));
    expect(two.host.asked.toSorted()).toEqual(['/_astro/b.js', '/app/']);
    expect(await textOf(two.store.page('/app/'))).toContain('/_astro/b.js');
    expect((await two.store.file('/_astro/same.js'))?.headers.get('X-Kept')).toBe('yes');
  });

  it('fails where a file is missing or is not what the build made, and goes on from there', async () => {
    const files = build('a.js');
    for (const wrong of [undefined, 'of another version']) {
      const caches = new FakeCaches();
      const host = hostOf({ ...files });
      if (wrong === undefined) delete host.files['/_astro/same.js'];
      else host.files['/_astro/same.js'] = wrong;
      const store = new OfflineStore(planOf('one', files), caches.storage, host.fetch);
      await expect(store.fill()).rejects.toThrow(TypeError);
      host.files['/_astro/same.js'] = files['/_astro/same.js'];
      host.asked.length = 0;
      await store.fill();
      expect(host.asked).not.toContain('/_astro/a.js');
      expect(await textOf(store.file('/_astro/same.js'))).toBe('never changes');
    }
  });

  it('fails where there is no room', async () => {
    const caches = new FakeCaches();
    caches.onPut = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    await expect(started(caches, 'one', build('a.js'))).rejects.toThrow('Full');
  });

  it('brings opened pages and the decoder along, and lets go of pages that are gone', async () => {
    const caches = new FakeCaches();
    const pages = { '/guides/x/': html('X', '/_astro/a.js'), '/gone/': html('Gone') };
    const one = await started(caches, 'one', build('a.js'), { '/_astro/old.wasm': 'w1' });
    Object.assign(one.host.files, pages);
    for (const address of ['/guides/x/', '/gone/', '/_astro/old.wasm'])
      expect(await one.store.keep(address)).toBe(true);

    const files = build('b.js');
    const later = { '/_astro/new.wasm': 'w2' };
    const host = hostOf({ ...files, ...later, '/guides/x/': html('X', '/_astro/b.js') });
    const two = new OfflineStore(planOf('two', files, later), caches.storage, host.fetch);
    await two.fill();
    expect((await two.pages()).toSorted()).toEqual(['/app/', '/guides/x/']);
    expect(await textOf(two.page('/guides/x/'))).toContain('/_astro/b.js');
    expect(await textOf(two.file('/_astro/new.wasm'))).toBe('w2');
  });
});

describe('what is given out', () => {
  it('leaves pages of the build before their scripts, and no build before that', async () => {
    const caches = new FakeCaches();
    await started(caches, 'one', build('a.js'));
    const { store: two } = await started(caches, 'two', build('b.js'));
    expect(await textOf(two.file('/_astro/a.js'))).toBe('code of a.js');
    const { store: three } = await started(caches, 'three', build('c.js'));
    expect(await textOf(three.file('/_astro/b.js'))).toBe('code of b.js');
    expect(await three.file('/_astro/a.js')).toBeUndefined();
    expect(await caches.keys()).toHaveLength(2);
  });

  it('deletes what a build left that never came to be in charge', async () => {
    const caches = new FakeCaches();
    await started(caches, 'one', build('a.js'));
    const broken = hostOf({});
    const two = new OfflineStore(planOf('two', build('b.js')), caches.storage, broken.fetch);
    await expect(two.fill()).rejects.toThrow();
    const { store: three } = await started(caches, 'three', build('c.js'));
    expect(await textOf(three.file('/_astro/a.js'))).toBe('code of a.js');
    expect(await caches.keys()).toHaveLength(2);
  });

  it('drops a file that was damaged, and a page that has no end', async () => {
    const caches = new FakeCaches();
    const { store } = await started(caches, 'one', build('a.js'));
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    await cache.put('/_astro/a.js', new Response('code'));
    await cache.put('/app/', new Response('<html>'));
    expect(await store.file('/_astro/a.js')).toBeUndefined();
    expect(await store.page('/app/')).toBeUndefined();
    await store.keepFile('/_astro/a.js', new Response('code of a.js'));
    expect(await textOf(store.file('/_astro/a.js'))).toBe('code of a.js');
  });
});

describe('what is kept of what pages bring', () => {
  it('is a page of this build, and no page that names scripts of another', async () => {
    const { store } = await started(new FakeCaches(), 'one', build('a.js'));
    const page = (text: string, more: ResponseInit = {}) =>
      new Response(text, { headers: { 'Content-Type': 'text/html' }, ...more });
    expect(await store.keepPage('/x/', page(html('X', '/_astro/a.js')))).toBe(true);
    expect(await store.keepPage('/y/', page(html('Y', '/_astro/b.js')))).toBe(false);
    expect(await store.keepPage('/y/', page('<html>cut o'))).toBe(false);
    expect(await store.keepPage('/y/', page(html('Y'), { status: 404 }))).toBe(false);
    expect(await store.keepPage('/y/', new Response(html('Y')))).toBe(false);
    expect(await store.titles()).toEqual([
      { address: '/app/', title: 'App' },
      { address: '/x/', title: 'X' },
    ]);
  });

  it('is no file that the build did not make', async () => {
    const { store } = await started(new FakeCaches(), 'one', build('a.js'), {
      '/_astro/w.wasm': 'w',
    });
    await store.keepFile('/_astro/other.js', new Response('other'));
    await store.keepFile('/_astro/w.wasm', new Response('not it'));
    expect(await store.file('/_astro/other.js')).toBeUndefined();
    expect(await store.file('/_astro/w.wasm')).toBeUndefined();
    await store.keepFile('/_astro/w.wasm', new Response('w'));
    expect(await textOf(store.file('/_astro/w.wasm'))).toBe('w');
  });

  it('is everything where that is asked for, told step by step, and in the next build too', async () => {
    const caches = new FakeCaches();
    const more = { '/a/': html('A'), '/b/': html('B') };
    const list = { [EVERYTHING]: JSON.stringify({ pages: ['/a/', '/b/', '/app/'], bytes: 1 }) };
    const { store, host } = await started(caches, 'one', build('a.js'), { '/_astro/w.wasm': 'w' });
    Object.assign(host.files, list, { '/a/': html('A') });
    const told: string[] = [];
    const tell = (done: number, of: number) => told.push(`${done}/${of}`);
    expect(await store.keepEverything(tell)).toBe(false);
    expect(await store.everythingWanted()).toBe(false);
    Object.assign(host.files, more);
    expect(await store.keepEverything(tell)).toBe(true);
    expect(told).toEqual(['0/3', '1/3', '2/3', '3/3', '0/2', '1/2', '2/2']);

    const files = build('b.js');
    const next = hostOf({ ...files, ...more, '/c/': html('C') });
    next.files[EVERYTHING] = JSON.stringify({ pages: ['/a/', '/b/', '/c/', '/app/'], bytes: 1 });
    const two = new OfflineStore(planOf('two', files), caches.storage, next.fetch);
    await two.fill();
    expect((await two.pages()).toSorted()).toEqual(['/a/', '/app/', '/b/', '/c/']);
    expect(await two.everythingWanted()).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { NOT_SAVED } from '../../../src/lib/offline/plan.ts';
import { respondWithFile, respondWithPage } from '../../../src/lib/offline/respond.browser.ts';
import { Handover } from '../../../src/lib/offline/share.browser.ts';
import { OfflineStore } from '../../../src/lib/offline/store.browser.ts';
import { FakeCaches, hostOf, html, ORIGIN, planOf } from './support.ts';

const files = { '/app/': html('kept'), [NOT_SAVED]: html('not saved'), '/_astro/a.js': 'a' };
const plan = planOf('one', files);

async function filled() {
  const store = new OfflineStore(plan, new FakeCaches().storage, hostOf({ ...files }).fetch);
  await store.fill();
  return store;
}

/** Asks for a page of a network that answers like this. */
async function page(path: string, fetch: () => Promise<Response>, store?: OfflineStore) {
  const work: Promise<unknown>[] = [];
  const used = store ?? (await filled());
  const { pathname } = new URL(path, ORIGIN);
  const address = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const response = await respondWithPage(
    new Request(ORIGIN + path),
    address,
    { store: used, plan },
    { fetch, waitUntil: (each) => work.push(each), patience: 5 },
  );
  const done = (): Promise<unknown> => Promise.all(work);
  return { response, store: used, done };
}

const answered =
  (text: string, status = 200) =>
  () =>
    Promise.resolve(new Response(text, { status, headers: { 'Content-Type': 'text/html' } }));
const gone = () => Promise.reject(new TypeError('Failed to fetch'));

describe('a page', () => {
  it('comes from the network, and is kept', async () => {
    const { response, store, done } = await page('/app/', answered(html('new')));
    expect(await response.text()).toContain('new');
    await done();
    expect(await (await store.page('/app/'))?.text()).toContain('new');
  });

  it.each([
    ['is gone', gone],
    ['is broken', answered('Bad gateway', 502)],
    ['is slow', () => new Promise<Response>(() => undefined)],
  ])('comes from what is kept where the network %s', async (_, fetch) => {
    const { response } = await page('/app/?q=1', fetch);
    expect(await response.text()).toContain('kept');
  });

  it('is renewed for the next time by an answer that came too late', async () => {
    let answer: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { response, store, done } = await page('/app/', () => late);
    expect(await response.text()).toContain('kept');
    answer(await answered(html('late'))());
    await done();
    expect(await (await store.page('/app/'))?.text()).toContain('late');
  });

  it('that is not kept is waited for, and its broken answer is shown', async () => {
    const slow = () =>
      new Promise<void>((done) => setTimeout(done, 30)).then(answered('late', 503));
    const { response } = await page('/other/', slow);
    expect(response.status).toBe(503);
  });

  it('that is nowhere to be had is one that says so', async () => {
    const { response } = await page('/other/', gone);
    expect(await response.text()).toContain('not saved');
  });

  it('is not a page that the host says is not there', async () => {
    const { response, store, done } = await page('/app/', answered('Not found', 404));
    expect(response.status).toBe(404);
    await done();
    expect(await store.page('/app/')).toBeDefined();
  });

  it('is led to without a network, from an address without its slash and from an old one', async () => {
    const bare = await page('/app?a=b', gone);
    expect(bare.response.status).toBe(302);
    expect(bare.response.headers.get('Location')).toBe(`${ORIGIN}/app/?a=b`);
    const old = await page('/old/', gone);
    expect(old.response.headers.get('Location')).toBe(`${ORIGIN}/new/`);
  });
});

describe('a file', () => {
  it('comes from what is kept without asking anyone, else from the network', async () => {
    const store = await filled();
    const network = { fetch: gone, waitUntil: () => undefined };
    const ask = (path: string, fetch: () => Promise<Response> = gone) =>
      respondWithFile(new Request(ORIGIN + path), path, store, { ...network, fetch });
    expect(await (await ask('/_astro/a.js')).text()).toBe('a');
    await expect(ask('/_astro/b.js')).rejects.toThrow('Failed to fetch');
    expect(await (await ask('/_astro/b.js', answered('b'))).text()).toBe('b');
  });
});

describe('what is shared with the app', () => {
  function shared(fill: (form: FormData) => void): Request {
    const form = new FormData();
    fill(form);
    return new Request(`${ORIGIN}/app/`, { method: 'POST', body: form });
  }

  it('waits in memory for the page it leads to, and is given once', async () => {
    const handover = new Handover();
    const picture = new File(['pixels'], 'screenshot.png', { type: 'image/png' });
    const response = handover.receive(
      shared((form) => {
        form.set('picture', picture);
        form.set('text', 'otpauth://totp/x');
        form.set('title', ' ');
      }),
      () => undefined,
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`${ORIGIN}/app/?shared`);
    const given = await handover.give();
    expect(given?.texts).toEqual(['otpauth://totp/x']);
    expect(await given?.pictures[0]?.text()).toBe('pixels');
    expect(await handover.give()).toBeUndefined();
  });

  it('is nothing where the form makes no sense', async () => {
    const handover = new Handover();
    const request = new Request(`${ORIGIN}/app/`, { method: 'POST', body: 'text' });
    handover.receive(request, () => undefined);
    expect(await handover.give()).toBeUndefined();
  });
});

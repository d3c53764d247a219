import { afterEach, describe, expect, it, vi } from 'vitest';
import { codeOf, draft, freshName, native, opens, raw, rawAll, settled } from './support.ts';

interface RawHeader {
  id: string;
  revision: number;
}

const header = (name: string) =>
  raw(name, 'meta', (store) => store.get('header')) as Promise<RawHeader>;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(['with Web Locks', 'without Web Locks'])('two tabs, %s', (mode) => {
  async function twoTabs() {
    if (mode === 'without Web Locks') vi.stubGlobal('navigator', {});
    const name = freshName();
    return { name, tabs: [await opens(name), await opens(name)] as const };
  }

  it('make one vault when both write first at once', async () => {
    const { name, tabs } = await twoTabs();
    const captured = await Promise.all(
      tabs.map((tab, index) => tab.capture(draft({ account: `account ${index}` }))),
    );
    expect(await raw(name, 'slots', (store) => store.count())).toBe(1);
    expect(await raw(name, 'device-keys', (store) => store.count())).toBe(1);
    for (const vault of [...tabs, await opens(name)]) {
      const { entries, unreadable } = await vault.list();
      expect(unreadable).toEqual([]);
      expect(entries.map(({ id }) => id).sort()).toEqual(captured.map(({ id }) => id).sort());
    }
  });

  it('lose nothing of 50 captures, 50 renames and 20 walks written at once', async () => {
    const { name, tabs } = await twoTabs();
    const work = Array.from({ length: 50 }, async (_, index) => {
      const [here, there] = index % 2 === 0 ? tabs : [tabs[1], tabs[0]];
      const { id } = await here.capture(draft({ account: `account ${index}` }));
      await there.rename(id, `name ${index}`);
    });
    const walks = Array.from({ length: 20 }, (_, index) =>
      tabs[index % 2 === 0 ? 0 : 1].writeWalk(`guide-${index}`, { step: `${index}`, done: [] }),
    );
    await Promise.all([...work, ...walks]);
    const vault = await opens(name);
    const { entries, unreadable } = await vault.list();
    expect(unreadable).toEqual([]);
    expect(entries.map((entry) => `${entry.otp.account}, ${entry.name ?? ''}`).sort()).toEqual(
      Array.from({ length: 50 }, (_, index) => `account ${index}, name ${index}`).sort(),
    );
    for (let index = 0; index < 20; index++) {
      expect(await vault.readWalk(`guide-${index}`)).toEqual({ step: `${index}`, done: [] });
    }
    expect((await header(name)).revision).toBe(120);
  });

  it('keep one entry when both capture the same secret at once', async () => {
    const { tabs } = await twoTabs();
    const same = draft();
    const [a, b] = await Promise.all(tabs.map((tab) => tab.capture(same)));
    expect(a?.id).toBe(b?.id);
    expect((await tabs[0].list()).entries).toHaveLength(1);
  });

  it('leave one entry usable when both capture for the same identity at once', async () => {
    const { tabs } = await twoTabs();
    await Promise.all(tabs.flatMap((tab) => [tab.capture(draft()), tab.capture(draft())]));
    const statuses = (await tabs[0].list()).entries.map(({ status }) => status).sort();
    expect(statuses).toEqual(['pending', 'replaced', 'replaced', 'replaced']);
  });

  it('never get the same counter', async () => {
    const { tabs } = await twoTabs();
    const { issuer, account, secret, algorithm, digits } = draft().otp;
    const { id } = await tabs[0].capture({
      otp: { type: 'hotp', issuer, account, secret, algorithm, digits, counter: 0 },
    });
    const counters = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tabs[index % 2 === 0 ? 0 : 1].nextCounter(id)),
    );
    expect(counters.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });
});

describe('a writer', () => {
  it('goes on when the lock is not given in time', async () => {
    const name = freshName();
    const vault = await opens(name);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      void navigator.locks.request(`${name}-vault`, async () => {
        resolve();
        await new Promise<void>((done) => (release = done));
      });
    });
    await held;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const capturing = vault.capture(draft());
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await capturing;
    expect((await vault.list()).entries).toHaveLength(1);
    release();
  });

  it('gives up, having changed nothing, when others always come first', async () => {
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture(draft());
    const before = await rawAll(name, 'entries');
    const get = native(IDBObjectStore.prototype, 'get');
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (this.name === 'meta' && this.transaction.mode === 'readwrite') return get.call(this, 'x');
      return get.call(this, key);
    });
    expect(await codeOf(vault.accept(id))).toBe('busy');
    vi.restoreAllMocks();
    expect(await rawAll(name, 'entries')).toEqual(before);
  });

  it('stores all of a change or nothing', async () => {
    const name = freshName();
    const vault = await opens(name);
    const first = await vault.capture(draft());
    const before = { entries: await rawAll(name, 'entries'), header: await header(name) };
    const put = native(IDBObjectStore.prototype, 'put');
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      if (this.name !== 'seen') puts += 1;
      // The header and the new entry go in; the replaced one cannot be stored.
      if (puts === 3) throw new DOMException('no', 'DataCloneError');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    });
    expect(await codeOf(vault.capture(draft()))).toBe('storage-unavailable');
    expect(puts).toBe(3);
    vi.restoreAllMocks();
    expect(await rawAll(name, 'entries')).toEqual(before.entries);
    expect(await header(name)).toEqual(before.header);
    expect((await vault.list()).entries).toEqual([first]);
  });

  it('asks for strict durability', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await (await opens(freshName())).capture(draft());
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.every(([, , options]) => options?.durability === 'strict')).toBe(true);
  });
});

describe('a vault that another tab deleted', () => {
  it('is empty, and a new one is made by the next write', async () => {
    const name = freshName();
    const vault = await opens(name);
    await vault.capture(draft());
    await settled(indexedDB.deleteDatabase(name));
    expect(await vault.list()).toEqual({ entries: [], unreadable: [] });
    const captured = await vault.capture(draft());
    expect(await (await opens(name)).list()).toEqual({ entries: [captured], unreadable: [] });
  });
});

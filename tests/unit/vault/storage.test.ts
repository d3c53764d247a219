import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VaultError } from '../../../src/lib/vault/errors.ts';
import { openStore } from '../../../src/lib/vault/store.browser.ts';
import { openVault } from '../../../src/lib/vault/vault.browser.ts';
import { codeOf, draft, freshName, opens, quickDerive, raw, rawAll, rawOpen } from './support.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A factory as in engines that cannot list databases. */
function withoutDatabases(factory: IDBFactory, name: keyof IDBFactory): unknown {
  return name === 'databases' ? undefined : factory[name].bind(factory);
}

async function databases(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

describe('a vault that nothing was written to', () => {
  it('leaves no trace', async () => {
    const name = freshName();
    const vault = await opens(name);
    expect(vault.state).toBe('unlocked');
    expect(await vault.list()).toEqual({ entries: [], unreadable: [] });
    expect(await vault.readWalk('aws-mfa')).toBeUndefined();
    await vault.persisted();
    expect(await databases()).not.toContain(name);
  });

  it('leaves no trace either where databases cannot be listed', async () => {
    const name = freshName();
    const listing = indexedDB.databases.bind(indexedDB);
    vi.stubGlobal('indexedDB', new Proxy(indexedDB, { get: withoutDatabases }));
    const vault = await opens(name);
    expect(await vault.list()).toEqual({ entries: [], unreadable: [] });
    expect((await listing()).map((database) => database.name)).not.toContain(name);
    await vault.capture(draft());
    expect((await vault.list()).entries).toHaveLength(1);
  });

  it('sees what another tab makes', async () => {
    const name = freshName();
    const vault = await opens(name);
    const captured = await (await opens(name)).capture(draft());
    expect((await vault.list()).entries).toEqual([captured]);
  });
});

describe('a database of a newer version', () => {
  it('without the stores that are known here is left alone', async () => {
    const name = freshName();
    const newer = indexedDB.open(name, 7);
    newer.onupgradeneeded = () => {
      newer.result.createObjectStore('later').put('kept', 'key');
    };
    await new Promise((resolve) => (newer.onsuccess = resolve));
    newer.result.close();

    expect(await codeOf(opens(name))).toBe('newer-schema');
    const database = await rawOpen(name);
    expect(database.version).toBe(7);
    expect([...database.objectStoreNames]).toEqual(['later']);
    database.close();
  });

  it('is read and not changed when another tab makes it while this one is open', async () => {
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture(draft());
    const heard = vi.fn();
    vault.subscribe(heard);
    (await rawOpen(name, 7)).close();
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled();
    });
    const before = await rawAll(name, 'entries');
    expect((await vault.list()).entries).toMatchObject([{ id }]);
    expect(vault.problem).toBe('newer-schema');
    expect(await codeOf(vault.capture(draft()))).toBe('newer-schema');
    expect(await codeOf(vault.trash(id))).toBe('newer-schema');
    expect(await codeOf((await vault.access(quickDerive)).acceptHeader())).toBe('newer-schema');
    expect(await rawAll(name, 'entries')).toEqual(before);
    expect((await rawOpen(name)).version).toBe(7);
  });

  it('is unlocked by passphrase to be read', async () => {
    const name = freshName();
    const first = await opens(name);
    const { id } = await first.capture(draft());
    await (await first.access(quickDerive)).setPassphrase('correct horse', { retireDevice: true });
    first.close();
    (await rawOpen(name, 7)).close();
    const vault = await opens(name);
    expect(vault.state).toBe('locked');
    await (await vault.access(quickDerive)).unlock({ passphrase: 'correct horse' });
    expect((await vault.list()).entries).toMatchObject([{ id }]);
  });

  it('without a vault in it gets none from here', async () => {
    const name = freshName();
    const first = await opens(name);
    await first.capture(draft());
    first.close();
    for (const store of ['meta', 'slots', 'entries'] as const)
      await raw(name, store, (records) => records.clear());
    (await rawOpen(name, 7)).close();
    expect(await codeOf((await opens(name)).capture(draft()))).toBe('newer-schema');
    expect(await raw(name, 'meta', (records) => records.count())).toBe(0);
  });
});

describe('openStore', () => {
  it('gives up with a reason when an older tab does not let go, and lets go itself later', async () => {
    const name = freshName();
    const stubborn = await rawOpen(name, 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = codeOf(openStore({ name, create: true, onLost: () => undefined, version: 2 }));
    await vi.waitFor(() => {
      expect(vi.getTimerCount()).toBe(1);
    });
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect(await opening).toBe('upgrade-blocked');
    const close = vi.spyOn(IDBDatabase.prototype, 'close');
    stubborn.close();
    await vi.waitFor(() => {
      expect(close).toHaveBeenCalledTimes(2);
    });
  });

  it('waits for an older tab that lets go in time', async () => {
    const name = freshName();
    const busy = await rawOpen(name, 1);
    setTimeout(() => {
      busy.close();
    }, 50);
    const opened = await openStore({ name, create: true, onLost: () => undefined, version: 2 });
    expect(opened?.version).toBe(2);
    opened?.close();
  });
});

describe('storage that does not work', () => {
  async function failure(): Promise<VaultError> {
    const error: unknown = await opens(freshName()).catch((thrown: unknown) => thrown);
    if (!(error instanceof VaultError)) throw new Error('a VaultError was expected');
    return error;
  }

  it('is named when there is none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await failure()).toMatchObject({ code: 'storage-unavailable', reason: 'absent' });
  });

  it.each(['SecurityError', 'InvalidStateError'])(
    'is named when the browser denies it by %s',
    async (name) => {
      vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('no', name));
      expect(await failure()).toMatchObject({ code: 'storage-unavailable', reason: 'denied' });
    },
  );

  it('is named when opening fails', async () => {
    const name = freshName();
    await (await opens(name)).capture(draft());
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    const error: unknown = await opens(name).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'storage-unavailable', reason: 'failed' });
  });

  it('is named when it is full, and what was there is still read', async () => {
    const name = freshName();
    const vault = await opens(name);
    const first = await vault.capture(draft());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await codeOf(vault.capture(draft({ account: 'second' })))).toBe('quota-exceeded');
    expect((await vault.list()).entries).toEqual([first]);
  });

  it('is named when there is no WebCrypto, as on a page that came over plain http', async () => {
    vi.stubGlobal('crypto', {});
    expect(await codeOf(openVault({ database: freshName() }))).toBe('crypto-unavailable');
  });
});

describe('a connection that the browser ended', () => {
  it('is opened again', async () => {
    const name = freshName();
    const open = vi.spyOn(indexedDB, 'open');
    const vault = await opens(name);
    await vault.capture(draft());
    const heard = vi.fn();
    vault.subscribe(heard);
    for (const { value } of open.mock.results) {
      forceCloseDatabase((value as IDBOpenDBRequest).result as never);
    }
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled();
    });
    await vault.capture(draft({ account: 'second' }));
    expect((await vault.list()).entries).toHaveLength(2);
  });

  it('is opened again when the end was not told', async () => {
    const name = freshName();
    const open = vi.spyOn(indexedDB, 'open');
    const vault = await opens(name);
    await vault.capture(draft());
    for (const { value } of open.mock.results) {
      (value as IDBOpenDBRequest).result.close();
    }
    expect((await vault.list()).entries).toHaveLength(1);
  });
});

describe('a vault whose device key is gone', () => {
  it('is locked, and nothing is changed', async () => {
    const name = freshName();
    const first = await opens(name);
    const { id } = await first.capture(draft());
    first.close();
    const before = await rawAll(name, 'entries');
    await raw(name, 'device-keys', (store) => store.clear());

    const vault = await opens(name);
    expect(vault.state).toBe('locked');
    expect(await codeOf(vault.list())).toBe('locked');
    expect(await codeOf(vault.capture(draft()))).toBe('locked');
    expect(await codeOf(vault.accept(id))).toBe('locked');
    expect(await codeOf(vault.readWalk('aws-mfa'))).toBe('locked');
    expect(await codeOf(vault.writeWalk('aws-mfa', { step: 's', done: [] }))).toBe('locked');
    expect(await rawAll(name, 'entries')).toEqual(before);
    expect(await raw(name, 'slots', (store) => store.count())).toBe(1);
  });
});

describe('asking the browser to keep the data', () => {
  it('happens at the first saved entry, once, and is not waited for', async () => {
    const persist = vi.fn(() => new Promise<boolean>(() => undefined));
    vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(true) } });
    const vault = await opens(freshName());
    await vault.list();
    await vault.writeWalk('aws-mfa', { step: 's', done: [] });
    expect(persist).not.toHaveBeenCalled();
    await vault.capture(draft());
    await vault.capture(draft());
    expect(persist).toHaveBeenCalledOnce();
    expect(await vault.persisted()).toBe(true);
  });

  it('does no harm when refused or missing', async () => {
    const refused = () => Promise.reject(new TypeError('no'));
    vi.stubGlobal('navigator', { storage: { persist: refused, persisted: refused } });
    const vault = await opens(freshName());
    await vault.capture(draft());
    expect(await vault.persisted()).toBe(false);
    vi.stubGlobal('navigator', undefined);
    expect(await vault.persisted()).toBe(false);
  });
});

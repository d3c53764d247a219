import { describe, expect, it, vi } from 'vitest';
import type { OtpParameters } from '../../../src/lib/otp/parameters.ts';
import { codeOf, draft, freshName, native, opens, raw, ticking } from './support.ts';

const secret = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const common = { issuer: 'I', account: 'A', secret, algorithm: 'SHA1' } as const;

describe('a captured entry', () => {
  it.each<OtpParameters>([
    { type: 'totp', ...common, algorithm: 'SHA512', digits: 8, period: 60 },
    { type: 'hotp', ...common, digits: 6, counter: 41 },
    { type: 'steam', ...common, digits: 5, period: 30 },
  ])('is there after a reload: $type', async (otp) => {
    const name = freshName();
    const first = await opens(name, () => 1000);
    const captured = await first.capture({
      otp,
      guide: 'aws-mfa',
      identity: { kind: 'iam', name: 'alice' },
    });
    first.close();
    const { entries, unreadable } = await (await opens(name)).list();
    expect(unreadable).toEqual([]);
    expect(entries).toEqual([captured]);
    expect(captured).toMatchObject({
      otp,
      guide: 'aws-mfa',
      identity: { kind: 'iam', name: 'alice' },
      status: 'pending',
      createdAt: 1000,
      updatedAt: 1000,
    });
    expect(captured.deletedAt).toBeUndefined();
  });

  it('has a copy of the secret, even if the caller wipes its own at once', async () => {
    const vault = await opens(freshName());
    const mine = new Uint8Array([9, 8, 7]);
    const capturing = vault.capture(draft({ secret: mine }));
    mine.fill(0);
    expect((await capturing).otp.secret).toEqual(new Uint8Array([9, 8, 7]));
    expect((await vault.list()).entries[0]?.otp.secret).toEqual(new Uint8Array([9, 8, 7]));
  });

  it('is refused, and nothing is made, when it could not be read back', async () => {
    const name = freshName();
    const vault = await opens(name);
    expect(await codeOf(vault.capture(draft({ secret: new Uint8Array() })))).toBe('invalid-entry');
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  });
});

describe('list', () => {
  it('gives the newest first', async () => {
    const vault = await opens(freshName(), ticking());
    for (const account of ['one', 'two', 'three']) await vault.capture(draft({ account }));
    const accounts = (await vault.list()).entries.map(({ otp }) => otp.account);
    expect(accounts).toEqual(['three', 'two', 'one']);
  });
});

describe('changing an entry', () => {
  it('is kept: accept, reopen, rename, trash, untrash', async () => {
    const name = freshName();
    const vault = await opens(name, ticking());
    const other = await opens(name);
    const { id } = await vault.capture(draft());
    const stored = async () => (await other.list()).entries.find((entry) => entry.id === id);

    expect((await vault.accept(id)).status).toBe('active');
    expect((await stored())?.status).toBe('active');
    expect((await vault.reopen(id)).status).toBe('pending');
    expect((await stored())?.status).toBe('pending');
    expect((await vault.rename(id, '  Work root ')).name).toBe('Work root');
    expect((await stored())?.name).toBe('Work root');
    expect((await vault.rename(id, ' ')).name).toBeUndefined();
    const { deletedAt, updatedAt } = await vault.trash(id);
    expect(deletedAt).toBe(updatedAt);
    expect((await stored())?.deletedAt).toBe(deletedAt);
    expect((await vault.trash(id)).deletedAt).toBe(deletedAt);
    expect((await vault.untrash(id)).deletedAt).toBeUndefined();
    expect((await stored())?.deletedAt).toBeUndefined();
  });

  it('refuses an id that is not there', async () => {
    const vault = await opens(freshName());
    expect(await codeOf(vault.accept('nobody'))).toBe('not-found');
    await vault.capture(draft());
    expect(await codeOf(vault.trash('nobody'))).toBe('not-found');
    expect(await codeOf(vault.identify('nobody', { kind: 'root', name: '' }))).toBe('not-found');
  });

  it('writes nothing when nothing changes', async () => {
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture(draft());
    const header = () => raw(name, 'meta', (store) => store.get('header'));
    const before = await header();
    await vault.reopen(id);
    await vault.untrash(id);
    await vault.rename(id, '');
    await vault.restore(id);
    expect(await header()).toEqual(before);
  });
});

describe('nextCounter', () => {
  const hotp: OtpParameters = { type: 'hotp', ...common, digits: 6, counter: 5 };

  it('has stored the counter after it by the time it resolves', async () => {
    const name = freshName();
    const vault = await opens(name);
    const { id } = await vault.capture({ otp: hotp });
    expect(await vault.nextCounter(id)).toBe(5);
    const reloaded = await opens(name);
    expect((await reloaded.list()).entries[0]?.otp).toMatchObject({ counter: 6 });
    expect(await reloaded.nextCounter(id)).toBe(6);
  });

  it('is refused for entries that follow the clock', async () => {
    const vault = await opens(freshName());
    const { id } = await vault.capture(draft());
    expect(await codeOf(vault.nextCounter(id))).toBe('not-hotp');
  });
});

describe('a walk', () => {
  const walk = {
    step: 'scan',
    done: ['sign-in'],
    entry: 'e',
    identity: { kind: 'root', name: '' },
  };

  it('is kept apart for each guide and replaced by the next', async () => {
    const name = freshName();
    const vault = await opens(name);
    expect(await vault.readWalk('aws-mfa')).toBeUndefined();
    await vault.writeWalk('aws-mfa', walk);
    await vault.writeWalk('github', { step: 'other', done: [] });
    await vault.writeWalk('aws-mfa', { ...walk, step: 'codes', pairStep: 60_000_000 });
    const reloaded = await opens(name);
    expect(await reloaded.readWalk('aws-mfa')).toEqual({
      ...walk,
      step: 'codes',
      pairStep: 60_000_000,
    });
    expect(await reloaded.readWalk('github')).toEqual({ step: 'other', done: [] });
    expect(await reloaded.readWalk('gitlab')).toBeUndefined();
  });
});

describe('subscribe', () => {
  it('hears changes made here and elsewhere until it is ended', async () => {
    const name = freshName();
    const here = await opens(name);
    const elsewhere = await opens(name);
    const heardHere = vi.fn();
    const heardElsewhere = vi.fn();
    const stop = here.subscribe(heardHere);
    elsewhere.subscribe(heardElsewhere);

    await here.capture(draft());
    await vi.waitFor(() => {
      expect(heardHere).toHaveBeenCalledTimes(1);
      expect(heardElsewhere).toHaveBeenCalledTimes(1);
    });
    await elsewhere.writeWalk('aws-mfa', { step: 's', done: [] });
    await vi.waitFor(() => {
      expect(heardHere).toHaveBeenCalledTimes(2);
    });
    stop();
    await elsewhere.capture(draft());
    await vi.waitFor(() => {
      expect(heardElsewhere).toHaveBeenCalledTimes(3);
    });
    expect(heardHere).toHaveBeenCalledTimes(2);
  });

  it('does not call a listener that another one has just ended', async () => {
    const vault = await opens(freshName());
    const late = vi.fn();
    let stop: () => void = () => undefined;
    vault.subscribe(() => {
      stop();
    });
    stop = vault.subscribe(late);
    await vault.capture(draft());
    expect(late).not.toHaveBeenCalled();
  });

  it('keeps the other listeners and the change when one throws', async () => {
    const vault = await opens(freshName());
    const thrown = vi.fn();
    process.once('uncaughtException', thrown);
    const heard = vi.fn();
    vault.subscribe(() => {
      throw new Error('a listener’s own fault');
    });
    vault.subscribe(heard);
    await vault.capture(draft());
    expect(heard).toHaveBeenCalledOnce();
    expect((await vault.list()).entries).toHaveLength(1);
    expect(thrown).toHaveBeenCalledOnce();
    process.removeListener('uncaughtException', thrown);
  });
});

describe('close', () => {
  it('lets a change finish that is being stored', async () => {
    const name = freshName();
    const vault = await opens(name);
    await vault.capture(draft({ account: 'first' }));
    const put = native(IDBObjectStore.prototype, 'put');
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      if (this.name === 'meta') vault.close();
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    });
    const captured = await vault.capture(draft({ account: 'second' }));
    expect(spy).toHaveBeenCalled();
    spy.mockRestore();
    expect((await (await opens(name)).list()).entries).toContainEqual(captured);
  });

  it('refuses what comes after it', async () => {
    const vault = await opens(freshName());
    await vault.capture(draft());
    vault.close();
    expect(await codeOf(vault.list())).toBe('closed');
    expect(await codeOf(vault.capture(draft()))).toBe('closed');
  });
});

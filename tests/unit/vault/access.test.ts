import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeriveKey } from '../../../src/lib/vault/kdf.ts';
import {
  PASSPHRASE,
  codeOf,
  draft,
  freshName,
  native,
  opens,
  protectedVault,
  quickDerive,
  raw,
  rawAll,
  reloaded,
} from './support.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const count = (name: string, store: 'slots' | 'device-keys') =>
  raw(name, store, (records) => records.count());

describe('a passphrase', () => {
  it('is asked for after a reload once the device slot is retired, and opens the vault', async () => {
    const { name, entry } = await protectedVault();
    expect(await count(name, 'device-keys')).toBe(0);
    const { vault, access } = await reloaded(name);
    expect(vault.state).toBe('locked');
    expect(await codeOf(vault.list())).toBe('locked');
    expect((await access.slots()).map(({ kind }) => kind)).toEqual(['passphrase']);

    const heard = vi.fn();
    vault.subscribe(heard);
    await access.unlock({ passphrase: PASSPHRASE });
    expect(heard).toHaveBeenCalledOnce();
    expect(vault.state).toBe('unlocked');
    expect(vault.problem).toBeUndefined();
    expect((await vault.list()).entries).toEqual([entry]);
  });

  it('is refused without a hint when it is wrong, and nothing is changed', async () => {
    const { name } = await protectedVault();
    const { vault, access } = await reloaded(name);
    const wrong: unknown = await access
      .unlock({ passphrase: `${PASSPHRASE}!` })
      .catch((error: unknown) => error);
    expect(wrong).toMatchObject({ code: 'wrong-passphrase' });
    expect(String(wrong)).not.toContain(PASSPHRASE);
    expect(await codeOf(access.unlock({ passphrase: '' }))).toBe('wrong-passphrase');
    expect(vault.state).toBe('locked');
  });

  it('is the same however the keyboard composed its letters', async () => {
    const name = freshName();
    const first = await reloaded(name);
    await first.access.setPassphrase('caf\u00E9 au lait', { retireDevice: true });
    const { vault, access } = await reloaded(name);
    await access.unlock({ passphrase: 'cafe\u0301 au lait' });
    expect(vault.state).toBe('unlocked');
  });

  it('makes the vault if there is none', async () => {
    const name = freshName();
    const { vault, access } = await reloaded(name);
    expect(await access.slots()).toEqual([]);
    await access.unlock({ passphrase: PASSPHRASE });
    await access.setPassphrase(PASSPHRASE, { retireDevice: false });
    expect((await access.slots()).map(({ kind }) => kind).sort()).toEqual(['device', 'passphrase']);
    const entry = await vault.capture(draft());
    expect((await (await opens(name)).list()).entries).toEqual([entry]);
  });

  it('can be changed: the old one opens nothing more, and no entry is encrypted again', async () => {
    const { name, access } = await protectedVault();
    const before = await rawAll(name, 'entries');
    await access.setPassphrase('another long one', { retireDevice: true });
    expect(await rawAll(name, 'entries')).toEqual(before);
    expect(await count(name, 'slots')).toBe(1);
    const after = await reloaded(name);
    expect(await codeOf(after.access.unlock({ passphrase: PASSPHRASE }))).toBe('wrong-passphrase');
    await after.access.unlock({ passphrase: 'another long one' });
    expect(after.vault.state).toBe('unlocked');
  });

  it('has 8 characters at least', async () => {
    const { access } = await protectedVault();
    const set = (passphrase: string) => access.setPassphrase(passphrase, { retireDevice: true });
    expect(await codeOf(set('seven77'))).toBe('passphrase-too-short');
    expect(await codeOf(set('🔑🔑🔑🔑'))).toBe('passphrase-too-short');
  });

  it('cannot be set while the vault is locked, nor anything else, and no key is derived', async () => {
    const { vault } = await protectedVault();
    const derive = vi.fn<DeriveKey>(quickDerive);
    vault.lock();
    const access = await vault.access(derive);
    const set = access.setPassphrase('some other one', { retireDevice: true });
    expect(await codeOf(set)).toBe('locked');
    expect(await codeOf(access.addRecoveryKey())).toBe('locked');
    expect(await codeOf(access.setIdleMinutes(1))).toBe('locked');
    const [slot] = await access.slots();
    expect(await codeOf(access.removeSlot(slot?.id ?? ''))).toBe('locked');
    expect(derive).not.toHaveBeenCalled();
  });
});

describe('a change of the passphrase that the disk refuses', () => {
  it.each([1, 2, 3])('at record %i leaves the old one in force', async (refused) => {
    const { name, access } = await protectedVault();
    await access.addRecoveryKey();
    const put = native(IDBObjectStore.prototype, 'put');
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key,
    ) {
      if (this.name !== 'seen') puts += 1;
      if (puts === refused) throw new DOMException('full', 'QuotaExceededError');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    });
    const set = access.setPassphrase('the new passphrase', { retireDevice: true });
    expect(await codeOf(set)).toBe('quota-exceeded');
    vi.restoreAllMocks();
    const after = await reloaded(name);
    await after.access.unlock({ passphrase: PASSPHRASE });
    expect(after.vault.problem).toBeUndefined();
    expect((await after.vault.list()).entries).toHaveLength(1);
  });
});

describe('lock', () => {
  it('takes the keys from all tabs at once and tells the listeners', async () => {
    const { name, vault, access, entry } = await protectedVault();
    const other = await reloaded(name);
    await other.access.unlock({ passphrase: PASSPHRASE });
    const heard = vi.fn();
    const heardElsewhere = vi.fn();
    vault.subscribe(heard);
    other.vault.subscribe(heardElsewhere);

    expect(vault.lockable).toBe(true);
    vault.lock();
    expect(vault.state).toBe('locked');
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled();
      expect(heardElsewhere).toHaveBeenCalled();
    });
    expect(other.vault.state).toBe('locked');
    for (const locked of [vault, other.vault]) {
      expect(await codeOf(locked.list())).toBe('locked');
      expect(await codeOf(locked.capture(draft()))).toBe('locked');
      expect(await codeOf(locked.readWalk('aws-mfa'))).toBe('locked');
      expect(await codeOf(locked.trash(entry.id))).toBe('locked');
    }
    await access.unlock({ passphrase: PASSPHRASE });
    expect((await vault.list()).entries).toEqual([entry]);
    expect(other.vault.state).toBe('locked');
  });

  it('withholds what was being read', async () => {
    const { vault } = await protectedVault();
    const listing = codeOf(vault.list());
    const walking = codeOf(vault.readWalk('aws-mfa'));
    vault.lock();
    expect(await listing).toBe('locked');
    expect(await walking).toBe('locked');
  });

  it('holds on this page though the device’s own slot is there', async () => {
    const name = freshName();
    const first = await reloaded(name);
    await first.vault.capture(draft());
    await first.access.setPassphrase(PASSPHRASE, { retireDevice: false });
    const { vault } = await reloaded(name);
    expect(vault.state).toBe('unlocked');
    vault.lock();
    expect(await codeOf(vault.list())).toBe('locked');
    // The device slot alone opens it again only on the next page.
    expect((await opens(name)).state).toBe('unlocked');
  });

  it('does nothing where only the device opens the vault', async () => {
    const vault = await opens(freshName());
    await vault.capture(draft());
    expect(vault.lockable).toBe(false);
    vault.lock();
    expect(vault.state).toBe('unlocked');
    expect((await vault.list()).entries).toHaveLength(1);
  });
});

describe('a recovery key', () => {
  it('opens the vault, typed in small letters without dashes too', async () => {
    const { name, access, entry } = await protectedVault();
    const key = await access.addRecoveryKey();
    for (const typed of [key, key.toLowerCase().replaceAll('-', ''), ` ${key} `]) {
      const { vault, access: other } = await reloaded(name);
      await other.unlock({ recoveryKey: typed });
      expect((await vault.list()).entries).toEqual([entry]);
    }
  });

  it('is told apart: mistyped, or of another vault', async () => {
    const { name, access } = await protectedVault();
    const key = await access.addRecoveryKey();
    const foreign = await (await protectedVault()).access.addRecoveryKey();
    const { access: other } = await reloaded(name);
    const typo = `${key.startsWith('0') ? '1' : '0'}${key.slice(1)}`;
    expect(await codeOf(other.unlock({ recoveryKey: typo }))).toBe('mistyped-recovery-key');
    expect(await codeOf(other.unlock({ recoveryKey: foreign }))).toBe('wrong-recovery-key');
  });

  it('is no way in where there is none', async () => {
    const { name } = await protectedVault();
    const key = await (await protectedVault()).access.addRecoveryKey();
    const { access } = await reloaded(name);
    expect(await codeOf(access.unlock({ recoveryKey: key }))).toBe('no-such-slot');
  });
});

describe('removing a slot', () => {
  it('closes that way and leaves the others', async () => {
    const { name, access } = await protectedVault();
    const key = await access.addRecoveryKey();
    const slot = (await access.slots()).find(({ kind }) => kind === 'passphrase');
    await access.removeSlot(slot?.id ?? '');
    const { access: other, vault } = await reloaded(name);
    expect(await codeOf(other.unlock({ passphrase: PASSPHRASE }))).toBe('no-such-slot');
    await other.unlock({ recoveryKey: key });
    expect(vault.state).toBe('unlocked');
  });

  it('is refused for the last one and for one that is not there', async () => {
    const { access } = await protectedVault();
    const [only] = await access.slots();
    expect(await codeOf(access.removeSlot(only?.id ?? ''))).toBe('last-slot');
    expect(await codeOf(access.removeSlot('nobody'))).toBe('no-such-slot');
    expect(await access.slots()).toHaveLength(1);
  });
});

describe('the idle minutes', () => {
  it('are kept for all tabs, within bounds', async () => {
    const { name, access } = await protectedVault();
    expect(await access.idleMinutes()).toBe(10);
    await access.setIdleMinutes(3);
    expect(await (await reloaded(name)).access.idleMinutes()).toBe(3);
    await access.setIdleMinutes(1e9);
    expect(await access.idleMinutes()).toBe(1440);
    await access.setIdleMinutes(-1);
    expect(await access.idleMinutes()).toBe(0);
  });
});

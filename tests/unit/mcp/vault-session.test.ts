import { openSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unlocker } from '../../../src/cli/mcp/unlock.ts';
import { VaultSession } from '../../../src/cli/mcp/vault-session.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import { mcpHome } from './process.ts';
import { entry, SECRET, stoppedClock } from './support.ts';

const secretsOf = (entries: readonly Entry[]) => entries.map(({ otp }) => otp.secret);
const isWiped = (secret: Uint8Array) => secret.every((byte) => byte === 0);

describe('the vault of a server', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function session(minutes: number) {
    const clock = stoppedClock();
    const unlock = vi.fn(() =>
      Promise.resolve({ read: () => Promise.resolve([entry('GitHub', 'ann')]) }),
    );
    return { clock, unlock, vault: new VaultSession(unlock, minutes, clock) };
  }

  it('has its secrets only while they are worked with', async () => {
    const { vault } = session(10);
    let kept: Uint8Array[] = [];
    const same = await vault.use((entries) => {
      kept = secretsOf(entries);
      return kept.map((secret) => secret.join() === SECRET.join());
    });
    expect(same).toEqual([true]);
    expect(kept.every(isWiped)).toBe(true);
    await expect(
      vault.use((entries) => {
        kept = secretsOf(entries);
        throw new Error('of the work');
      }),
    ).rejects.toThrow('of the work');
    expect(kept.every(isWiped)).toBe(true);
  });

  it('locks after so long without a call, and asks for the passphrase again', async () => {
    const { vault, unlock, clock } = session(10);
    const pass = async (minutes: number) => {
      clock.ms += minutes * 60_000;
      await vi.advanceTimersByTimeAsync(minutes * 60_000);
    };
    await vault.use(() => undefined);
    await pass(9);
    await vault.use(() => undefined);
    await pass(9);
    expect([vault.isOpen, unlock.mock.calls.length]).toEqual([true, 1]);
    await pass(1);
    expect(vault.isOpen).toBe(false);
    await vault.use(() => undefined);
    expect(unlock).toHaveBeenCalledTimes(2);
  });

  it('is locked after sleep, whatever timers did meanwhile', async () => {
    const { vault, unlock, clock } = session(10);
    await vault.use(() => undefined);
    clock.ms += 600_000;
    await vault.use(() => undefined);
    expect(unlock).toHaveBeenCalledTimes(2);
  });

  it('asks once where several calls wait for it', async () => {
    const { vault, unlock } = session(10);
    await Promise.all([1, 2, 3].map(() => vault.use(() => undefined)));
    expect(unlock).toHaveBeenCalledTimes(1);
  });
});

describe('unlocking', { timeout: 30_000 }, async () => {
  const home = await mcpHome([entry('GitHub', 'ann')], {});
  afterAll(home.remove);

  it('reads the file again, and sees what was added since', async () => {
    const vault = await unlocker(home.options)();
    const accounts = async () => (await vault.read()).map(({ otp }) => otp.account);
    expect(await accounts()).toEqual(['ann']);
    await home.add(entry('GitHub', 'bob', { secret: new Uint8Array([1, 2, 3]) }));
    expect(await accounts()).toEqual(['ann', 'bob']);
  });

  it('reads a passphrase from a descriptor once, and never from that of the protocol', async () => {
    const fd = openSync(home.options.vaultPassphraseFile, 'r');
    const unlock = unlocker({ vault: home.options.vault, vaultPassphraseFd: fd });
    expect((await (await unlock()).read()).length).toBeGreaterThan(0);
    await expect(unlock()).rejects.toThrow(/Restart the server/);
    expect(() => unlocker({ vaultPassphraseFd: 0 })).toThrow(/belong to the protocol/);
  });
});

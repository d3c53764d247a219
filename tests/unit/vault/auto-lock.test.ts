import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autoLock } from '../../../src/lib/vault/auto-lock.browser.ts';
import { idleTimeLeft } from '../../../src/lib/vault/idle.ts';
import { PASSPHRASE, protectedVault, reloaded } from './support.ts';

const MINUTE = 60_000;

describe('the time left', () => {
  it('is counted from the last activity', () => {
    expect(idleTimeLeft(1000, 1000, 10)).toBe(10 * MINUTE);
    expect(idleTimeLeft(1000, 1000 + 4 * MINUTE, 10)).toBe(6 * MINUTE);
    expect(idleTimeLeft(1000, 1000 + 10 * MINUTE, 10)).toBe(0);
    expect(idleTimeLeft(1000, 1000 + 60 * MINUTE, 10)).toBeLessThan(0);
  });

  it('never ends without a limit, and does not grow when the clock is set back', () => {
    expect(idleTimeLeft(0, 1e15, 0)).toBe(Infinity);
    expect(idleTimeLeft(5 * MINUTE, 0, 10)).toBe(10 * MINUTE);
  });
});

describe('auto-lock', () => {
  let count = 0;
  const running: (() => void)[] = [];

  beforeEach(() => {
    count += 1;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });

  afterEach(() => {
    for (const end of running.splice(0)) end();
    vi.useRealTimers();
  });

  /** One tab; the limit can be set, and told by `change`. */
  function tab(limit = { minutes: 10 }) {
    const target = new EventTarget();
    const lock = vi.fn();
    let change: () => void = () => undefined;
    const end = autoLock({
      name: `auto-lock-${count}`,
      target,
      now: Date.now,
      minutes: () => Promise.resolve(limit.minutes),
      subscribe: (listener) => {
        change = listener;
        return () => undefined;
      },
      lock,
    });
    running.push(end);
    const act = (type = 'keydown') => target.dispatchEvent(new Event(type));
    return {
      act,
      lock,
      end,
      change: () => {
        change();
      },
    };
  }

  const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

  /** Messages between tabs do not follow the fake timers. */
  const delivered = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  it('locks after the idle minutes and not before', async () => {
    const { lock } = tab();
    await pass(10 * MINUTE - 1);
    expect(lock).not.toHaveBeenCalled();
    await pass(1);
    expect(lock).toHaveBeenCalledOnce();
  });

  it.each(['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'scroll'])(
    'starts over with %s',
    async (type) => {
      const { act, lock } = tab();
      await pass(9 * MINUTE);
      act(type);
      await pass(9 * MINUTE);
      expect(lock).not.toHaveBeenCalled();
      await pass(MINUTE);
      expect(lock).toHaveBeenCalledOnce();
    },
  );

  it('counts what is done in any tab', async () => {
    const [here, there] = [tab(), tab()];
    await pass(6 * MINUTE);
    there.act();
    await delivered();
    await pass(6 * MINUTE);
    expect(here.lock).not.toHaveBeenCalled();
    expect(there.lock).not.toHaveBeenCalled();
    await pass(4 * MINUTE);
    expect(here.lock).toHaveBeenCalledOnce();
    expect(there.lock).toHaveBeenCalledOnce();
  });

  it('locks at the first movement after a sleep in which no timer ran', async () => {
    const { act, lock } = tab();
    await pass(0);
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    act('pointermove');
    await pass(0);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('looks at the clock when the tab is shown again', async () => {
    const { act, lock } = tab();
    await pass(0);
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    act('visibilitychange');
    await pass(0);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('follows a limit that is set later, from then on', async () => {
    const limit = { minutes: 0 };
    const { lock, change } = tab(limit);
    await pass(600 * MINUTE);
    limit.minutes = 1;
    change();
    await pass(MINUTE - 1);
    expect(lock).not.toHaveBeenCalled();
    await pass(1);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('stops when it is ended', async () => {
    const { lock, end } = tab();
    await pass(MINUTE);
    end();
    await pass(100 * MINUTE);
    expect(lock).not.toHaveBeenCalled();
  });
});

describe('a vault that is left alone', () => {
  it('locks in all tabs; one with only the device’s slot stays open', async () => {
    let now = 1_800_000_000_000;
    const clock = () => now;
    const { name, vault, access } = await protectedVault(clock);
    await access.setIdleMinutes(1);
    const other = await reloaded(name, clock);
    await other.access.unlock({ passphrase: PASSPHRASE });
    const target = new EventTarget();
    const end = access.startAutoLock(target);
    // The limit is read before time can pass.
    await access.idleMinutes();
    await new Promise((resolve) => setTimeout(resolve, 20));
    now += MINUTE;
    target.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => {
      expect(vault.state).toBe('locked');
      expect(other.vault.state).toBe('locked');
    });
    end();
  });
});

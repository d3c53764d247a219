import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  CopiedCode,
  clipboardReading,
  type ClipboardWindow,
} from '../../../src/components/vault/codes/copied-code.ts';

/** A window with a clipboard that gives nothing to a page in the background. */
function fakeWindow({ state = 'granted', focus = true, holds = '' } = {}) {
  const listeners = new Set<() => void>();
  const fake = { focus, holds, state };
  const inFront = (): void => {
    if (!fake.focus) throw new DOMException('not focused', 'NotAllowedError');
  };
  const view: ClipboardWindow = {
    document: { hasFocus: () => fake.focus },
    navigator: {
      permissions: { query: () => Promise.resolve({ state: fake.state } as PermissionStatus) },
      clipboard: {
        readText: async () => {
          inFront();
          return Promise.resolve(fake.holds);
        },
        writeText: async (text) => {
          inFront();
          fake.holds = text;
          return Promise.resolve();
        },
      },
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const cleared = vi.fn();
  return {
    fake,
    view,
    cleared,
    copied: new CopiedCode(view, cleared),
    comeBack: () => {
      fake.focus = true;
      for (const listener of [...listeners]) listener();
    },
    waiting: () => listeners.size,
  };
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is taken off the clipboard when its time is over, and not before', async () => {
  const { fake, copied, cleared } = fakeWindow({ holds: '123456' });
  copied.remember('123456', 30);
  await pass(29);
  expect(fake.holds).toBe('123456');
  await pass(1);
  expect(fake.holds).toBe('');
  expect(cleared).toHaveBeenCalledOnce();
});

it('leaves alone what was copied since', async () => {
  const { fake, copied, cleared, waiting } = fakeWindow({ holds: '123456' });
  copied.remember('123456', 30);
  fake.holds = 'a letter';
  await pass(60);
  expect(fake.holds).toBe('a letter');
  expect(cleared).not.toHaveBeenCalled();
  expect(waiting()).toBe(0);
});

it('waits for a page in the background to come back', async () => {
  const { fake, copied, comeBack, waiting } = fakeWindow({ holds: '123456', focus: false });
  copied.remember('123456', 30);
  await pass(300);
  expect(fake.holds).toBe('123456');
  comeBack();
  await pass(0);
  expect(fake.holds).toBe('');
  expect(waiting()).toBe(0);
});

it('does nothing without leave to look', async () => {
  for (const state of ['prompt', 'denied']) {
    const { fake, copied } = fakeWindow({ holds: '123456', state });
    copied.remember('123456', 30);
    await pass(60);
    expect(fake.holds).toBe('123456');
  }
});

it('counts from the last copy, and stops when that is turned off', async () => {
  const { fake, copied } = fakeWindow({ holds: '222222' });
  copied.remember('111111', 30);
  await pass(20);
  copied.remember('222222', 30);
  await pass(20);
  expect(fake.holds).toBe('222222');
  copied.forget();
  await pass(60);
  expect(fake.holds).toBe('222222');
  copied.remember('222222', 0);
  await pass(60);
  expect(fake.holds).toBe('222222');
});

it('knows browsers that never let a page look', async () => {
  const { view } = fakeWindow();
  expect(await clipboardReading(view)).toBe('granted');
  const query = () => Promise.reject(new TypeError('no such permission'));
  const { clipboard } = view.navigator;
  const navigators = [{}, { clipboard: clipboard as Clipboard }, { permissions: { query } }];
  for (const navigator of navigators)
    expect(await clipboardReading({ ...view, navigator })).toBe('never');
});

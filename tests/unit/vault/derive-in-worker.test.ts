import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { argon2Sync } from 'node:crypto';
import { newArgon2Parameters } from '../../../src/lib/vault/kdf.ts';
import type { KdfAnswer, KdfRequest } from '../../../src/workers/kdf-protocol.ts';
import { deriveInWorker } from '../../../src/workers/derive-key.browser.ts';
import { codeOf } from './support.ts';

/** The worker's own file, run here: what it hears and what it says go through these. */
let hear: (event: { data: KdfRequest }) => void = () => undefined;
let say: (answer: KdfAnswer) => void = () => undefined;

beforeEach(async () => {
  vi.stubGlobal('self', {
    addEventListener: (_type: string, listener: typeof hear) => {
      hear = listener;
    },
    postMessage: (answer: KdfAnswer) => {
      say(answer);
    },
  });
  vi.resetModules();
  await import('../../../src/workers/kdf.worker.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function worker(post: (request: KdfRequest) => void) {
  const terminate = vi.fn();
  const made: Partial<Worker> = { terminate, postMessage: post };
  say = (data) => {
    made.onmessage?.call(made as Worker, { data } as MessageEvent<KdfAnswer>);
  };
  return { start: () => made as Worker, terminate, made };
}

const parameters = { ...newArgon2Parameters(), memoryKiB: 19 * 1024, iterations: 2 };
const typed = () => new TextEncoder().encode('a passphrase');
const expected = new Uint8Array(
  argon2Sync('argon2id', {
    message: typed(),
    nonce: parameters.salt,
    memory: parameters.memoryKiB,
    passes: parameters.iterations,
    parallelism: parameters.parallelism,
    tagLength: 32,
  }),
);

describe('a derivation in the worker', () => {
  it('is Argon2id, and ends the worker', async () => {
    const { start, terminate } = worker((data) => {
      hear({ data });
    });
    const onSlow = vi.fn();
    expect(await deriveInWorker(onSlow, start)(typed(), parameters)).toEqual(expected);
    expect(onSlow).not.toHaveBeenCalled();
    expect(terminate).toHaveBeenCalledOnce();
  });

  it('is the same and told to be slow where WebAssembly is blocked', async () => {
    vi.stubGlobal('WebAssembly', {
      Module: function Blocked() {
        throw new EvalError('blocked by the policy');
      },
    });
    const { start } = worker((data) => {
      hear({ data });
    });
    const onSlow = vi.fn();
    expect(await deriveInWorker(onSlow, start)(typed(), parameters)).toEqual(expected);
    expect(onSlow).toHaveBeenCalledOnce();
  });

  it('fails by name when the worker fails, does not start or ends without an answer', async () => {
    const failing = worker(({ passphrase }) => {
      hear({ data: { passphrase, parameters: { ...parameters, memoryKiB: -1 } } });
    });
    expect(await codeOf(deriveInWorker(undefined, failing.start)(typed(), parameters))).toBe(
      'kdf-failed',
    );
    expect(failing.terminate).toHaveBeenCalledOnce();
    const broken = worker(() => {
      broken.made.onerror?.call(broken.made as Worker, {} as ErrorEvent);
    });
    expect(await codeOf(deriveInWorker(undefined, broken.start)(typed(), parameters))).toBe(
      'kdf-failed',
    );
  });
});

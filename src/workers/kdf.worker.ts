import { argon2id } from 'hash-wasm';
import type { KdfAnswer, KdfRequest } from './kdf-protocol.ts';

/** Derives one key away from the page; whoever started the worker ends it afterwards. */
self.addEventListener('message', ({ data }: MessageEvent<KdfRequest>) => {
  void derive(data).then(answer, () => {
    answer({ failed: true });
  });
});

/** By WebAssembly; where that is blocked, as in Lockdown Mode, by JavaScript, which is told. */
async function derive({ passphrase, parameters }: KdfRequest): Promise<KdfAnswer> {
  const { memoryKiB, iterations, parallelism, salt } = parameters;
  const length = 32;
  try {
    if (mayCompile()) {
      const key = await argon2id({
        password: passphrase,
        salt,
        iterations,
        parallelism,
        memorySize: memoryKiB,
        hashLength: length,
        outputType: 'binary',
      });
      return { key: new Uint8Array(key) };
    }
    answer({ slow: true });
    const noble = await import('@noble/hashes/argon2.js');
    const key = noble.argon2id(passphrase, salt, {
      t: iterations,
      m: memoryKiB,
      p: parallelism,
      dkLen: length,
    });
    return { key: new Uint8Array(key) };
  } finally {
    passphrase.fill(0);
  }
}

/** Whether the browser and the policy of this file let WebAssembly compile: the smallest module. */
function mayCompile(): boolean {
  try {
    new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return true;
  } catch {
    return false;
  }
}

function answer(message: KdfAnswer): void {
  self.postMessage(message);
}

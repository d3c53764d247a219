import crypto from 'node:crypto';
import type { Argon2Parameters, DeriveKey } from '../../lib/vault/kdf.ts';
import { lateError } from '../../lib/vault/late-errors.ts';

const KEY_BYTES = 32;

/** Argon2id by Node's own, which uses several cores (Node 24.7 and later), or by WebAssembly. */
export const deriveInNode: DeriveKey = async (passphrase, parameters) => {
  try {
    return await ('argon2' in crypto ? byNode : byWebAssembly)(passphrase, parameters);
  } catch (error) {
    throw lateError('kdf-failed', error);
  }
};

function byNode(
  message: Uint8Array,
  { memoryKiB: memory, iterations: passes, parallelism, salt: nonce }: Argon2Parameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const parameters = { message, nonce, parallelism, memory, passes, tagLength: KEY_BYTES };
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', parameters, (error, key) => {
      if (error) reject(error);
      else resolve(new Uint8Array(key));
    });
  });
}

async function byWebAssembly(
  password: Uint8Array,
  { memoryKiB: memorySize, iterations, parallelism, salt }: Argon2Parameters,
): Promise<Uint8Array<ArrayBuffer>> {
  const { argon2id } = await import('hash-wasm');
  const cost = { iterations, parallelism, memorySize, hashLength: KEY_BYTES };
  return new Uint8Array(await argon2id({ password, salt, ...cost, outputType: 'binary' }));
}

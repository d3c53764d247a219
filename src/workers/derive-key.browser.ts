import type { DeriveKey } from '../lib/vault/kdf.ts';
import { lateError } from '../lib/vault/late-errors.ts';

/**
 * Derives keys in a worker of its own, which ends with each derivation and takes its
 * memory along. `onSlow` is called where WebAssembly is blocked: it then takes several
 * times as long.
 */
export function deriveInWorker(onSlow?: () => void): DeriveKey {
  void onSlow;
  return () => Promise.reject(lateError('not-ready'));
}

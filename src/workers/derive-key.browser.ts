import type { DeriveKey } from '../lib/vault/kdf.ts';
import { lateError } from '../lib/vault/late-errors.ts';
import type { KdfAnswer, KdfRequest } from './kdf-protocol.ts';
import { startKdfWorker } from './start.browser.ts';

/**
 * Derives keys in a worker of its own, which ends with each derivation and takes its
 * memory along. `onSlow` is called where WebAssembly is blocked: it then takes several
 * times as long.
 *
 * @throws VaultError `kdf-failed`, from the function that is returned
 */
export function deriveInWorker(
  onSlow: () => void = () => undefined,
  start: () => Worker = startKdfWorker,
): DeriveKey {
  return async (passphrase, parameters) => {
    const worker = start();
    try {
      return await new Promise((resolve, reject) => {
        worker.onerror = reject;
        worker.onmessageerror = reject;
        worker.onmessage = ({ data }: MessageEvent<KdfAnswer>) => {
          if ('key' in data) resolve(data.key);
          else if ('slow' in data) onSlow();
          else reject(new Error('The worker failed'));
        };
        worker.postMessage({ passphrase, parameters } satisfies KdfRequest);
      });
    } catch {
      throw lateError('kdf-failed');
    } finally {
      worker.terminate();
    }
  };
}

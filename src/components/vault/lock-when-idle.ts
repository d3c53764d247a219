import type { Vault } from '../../lib/vault/vault.browser.ts';
import { deriveInWorker } from '../../workers/derive-key.browser.ts';

/** Starts to watch for idle time; loaded once there is something to lock. The answer stops it. */
export async function lockWhenIdle(vault: Vault): Promise<() => void> {
  return (await vault.access(deriveInWorker())).startAutoLock(window);
}

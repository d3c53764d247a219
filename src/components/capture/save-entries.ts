import type { OtpParameters } from '../../lib/otp/parameters.ts';
import { openVault } from '../../lib/vault/vault.browser.ts';

/**
 * Stores accounts that another authenticator used already, so they are active at once.
 * They belong to no guide. One that is here already stays a single entry.
 *
 * @throws VaultError
 */
export async function saveEntries(entries: readonly OtpParameters[]): Promise<void> {
  const vault = await openVault();
  try {
    for (const otp of entries) {
      const { id } = await vault.capture({ otp });
      await vault.accept(id);
    }
  } finally {
    vault.close();
  }
}

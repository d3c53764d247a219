import { RefusedError } from '../errors.ts';
import { reread, sourceOf, unlockVaultFile, type VaultOptions } from '../vault/open.ts';
import type { OpenVault } from './vault-session.ts';

/**
 * How the vault is opened, at first and after each lock: from the passphrase file, or by
 * asking on the terminal. A file descriptor can be read once.
 *
 * @throws RefusedError where the descriptor is the one that the protocol runs on
 */
export function unlocker(options: VaultOptions): () => Promise<OpenVault> {
  const { fd } = sourceOf(options);
  if (fd !== undefined && fd <= 2) {
    throw new RefusedError('Descriptors 0 to 2 belong to the protocol. Use another one.');
  }
  let isRead = false;
  return async () => {
    if (fd !== undefined && isRead) {
      throw new RefusedError(
        'It locked itself, and its passphrase came from a file descriptor, which can be read once. Restart the server.',
      );
    }
    isRead = true;
    const unlocked = await unlockVaultFile(options);
    for (const { entry } of unlocked.content.entries) entry.otp.secret.fill(0);
    return { read: () => reread(unlocked) };
  };
}

import { rm } from 'node:fs/promises';
import { withPassphrase } from '../../lib/vault/portable.ts';
import type { PassphraseSource } from '../passphrase.ts';
import { newPassphrase } from './create.ts';
import { deriveInNode } from './derive.ts';
import type { VaultOptions } from './open.ts';
import { openVaultFile } from './open.ts';
import { inTerminalWords } from './words.ts';
import { previousOf } from './write.ts';

/**
 * Sets another passphrase and gives the file's path. The version before is removed, as the
 * old passphrase would still open it. Entries are not touched, and a recovery key stays.
 */
export async function changePassphrase(
  options: VaultOptions,
  source: PassphraseSource,
): Promise<string> {
  const vault = await openVaultFile(options);
  const passphrase = await newPassphrase(source, vault.path);
  await vault.update(async (current, now) => ({
    result: undefined,
    content: await inTerminalWords(vault.path, () =>
      withPassphrase(current, passphrase, deriveInNode, now),
    ),
  }));
  await rm(previousOf(vault.path), { force: true });
  return vault.path;
}

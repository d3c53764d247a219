import type { BackupContent } from './backup.ts';
import { importDataKey, newDataKey, withDataKey } from './data-key.ts';
import type { DeriveKey } from './kdf.ts';
import { checkNewPassphrase, newArgon2Parameters, passphraseKey } from './kdf.ts';
import type { SlotRecord } from './slot.ts';
import { wrapDataKey } from './slot.ts';

/*
 * A vault outside browsers: what a backup file holds is all there is of it.
 */

/**
 * A new vault without entries, which the passphrase opens. Its revision is 0.
 *
 * @param now milliseconds since the Unix epoch
 * @throws VaultError `passphrase-too-short`, `kdf-failed`
 */
export async function newContent(
  passphrase: string,
  derive: DeriveKey,
  now: number,
): Promise<BackupContent> {
  checkNewPassphrase(passphrase);
  const vaultKey = await importDataKey(crypto.randomUUID(), newDataKey());
  const empty = { vaultKey, revision: 0, created: now, slots: [], entries: [] };
  return withPassphrase(empty, passphrase, derive, now);
}

/**
 * The vault with this passphrase in place of the one it had; a recovery key stays.
 *
 * @throws VaultError `passphrase-too-short`, `kdf-failed`
 */
export async function withPassphrase(
  content: BackupContent,
  passphrase: string,
  derive: DeriveKey,
  now: number,
): Promise<BackupContent> {
  checkNewPassphrase(passphrase);
  const kdf = newArgon2Parameters();
  const key = await passphraseKey(passphrase, kdf, derive);
  const { vaultKey } = content;
  const slot: Omit<SlotRecord, 'wrapped'> = {
    id: crypto.randomUUID(),
    kind: 'passphrase',
    createdAt: now,
    kdf,
  };
  const wrapped = await withDataKey(vaultKey, (dataKey) =>
    wrapDataKey(key, slot, vaultKey.vault, dataKey),
  );
  const others = content.slots.filter(({ kind }) => kind !== 'passphrase');
  return { ...content, slots: [...others, wrapped] };
}

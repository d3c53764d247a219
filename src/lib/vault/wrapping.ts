import { importDataKey } from './data-key.ts';
import type { OpenKey } from './data-key.ts';
import { VaultError } from './errors.ts';
import type { DeriveKey } from './kdf.ts';
import { passphraseKey } from './kdf.ts';
import { lateError } from './late-errors.ts';
import { recoveryKeyBytes } from './recovery-key.ts';
import type { SlotRecord } from './slot.ts';
import { unwrapDataKey } from './slot.ts';

const INFO = { recovery: '2faa-vault/recovery', passkey: '2faa-vault/passkey' } as const;

/** The wrapping key of a passphrase for its slot. @throws VaultError `kdf-refused` */
export function passphraseSlotKey(
  { kdf }: Pick<SlotRecord, 'kdf'>,
  passphrase: string,
  derive: DeriveKey,
): Promise<CryptoKey> {
  if (kdf?.name !== 'argon2id') throw lateError('kdf-refused');
  return passphraseKey(passphrase, kdf, derive);
}

/**
 * The wrapping key of random input (a recovery key, a passkey's PRF output): HKDF-SHA256
 * with the slot's salt and `2faa-vault/` and the kind as info.
 */
export async function randomSlotKey(
  { kdf }: Pick<SlotRecord, 'kdf'>,
  kind: keyof typeof INFO,
  input: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const salt: unknown = kdf?.salt;
  if (kdf?.name !== 'hkdf-sha256' || !(salt instanceof Uint8Array)) throw lateError('kdf-refused');
  const { subtle } = crypto;
  const info = new TextEncoder().encode(INFO[kind]);
  return subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: kdf.salt, info },
    await subtle.importKey('raw', input, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/**
 * The data key, if one of the passphrase slots opens.
 *
 * @throws VaultError `no-such-slot`, `wrong-passphrase`, `kdf-refused`
 */
export function openByPassphrase(
  vault: string,
  slots: readonly SlotRecord[],
  passphrase: string,
  derive: DeriveKey,
): Promise<OpenKey> {
  return openOne(vault, slots, 'passphrase', (slot) => passphraseSlotKey(slot, passphrase, derive));
}

/**
 * The data key, if one of the recovery slots opens.
 *
 * @throws VaultError `no-such-slot`, `mistyped-recovery-key`, `wrong-recovery-key`
 */
export async function openByRecoveryKey(
  vault: string,
  slots: readonly SlotRecord[],
  typed: string,
): Promise<OpenKey> {
  const bytes = await recoveryKeyBytes(typed);
  try {
    return await openOne(vault, slots, 'recovery', (slot) =>
      randomSlotKey(slot, 'recovery', bytes),
    );
  } finally {
    bytes.fill(0);
  }
}

/** Tries the slots of a kind one after the other. A wrong key and a damaged slot are the same. */
export async function openOne(
  vault: string,
  slots: readonly SlotRecord[],
  kind: 'passphrase' | 'recovery' | 'passkey',
  keyFor: (slot: SlotRecord) => Promise<CryptoKey>,
): Promise<OpenKey> {
  const candidates = slots.filter((slot) => slot.kind === kind);
  if (candidates.length === 0) throw lateError('no-such-slot');
  for (const slot of candidates) {
    const key = await keyFor(slot);
    try {
      return await importDataKey(vault, await unwrapDataKey(key, slot, vault));
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
    }
  }
  throw lateError(kind === 'recovery' ? 'wrong-recovery-key' : `wrong-${kind}`);
}

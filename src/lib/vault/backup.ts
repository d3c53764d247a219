import { toBase64 } from './base64.ts';
import type { BackupHead } from './backup-format.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  backupBytes,
  entriesPlace,
  parseBackup,
  slotToJson,
} from './backup-format.ts';
import { decodeEntries, encodeEntries } from './entry-list.ts';
import type { OpenKey } from './data-key.ts';
import { VaultError } from './errors.ts';
import type { DeriveKey } from './kdf.ts';
import type { BackedUpEntry, KeptEntry } from './kept-entry.ts';
import { lateError } from './late-errors.ts';
import { open, seal } from './seal.ts';
import type { SlotRecord } from './slot.ts';
import { openByPassphrase, openByRecoveryKey } from './wrapping.ts';

/** A backup that was opened. */
export interface OpenedBackup {
  /** Id of the vault that it was made from. */
  readonly vault: string;
  readonly revision: number;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  readonly entries: readonly BackedUpEntry[];
}

/** Ways to open a backup. */
export type BackupSlotKind = 'passphrase' | 'recovery';

/** What opens a backup. */
export type BackupSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** What a backup is made of. */
export interface BackupContent {
  readonly vaultKey: OpenKey;
  readonly revision: number;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  /** All slots; those of devices and passkeys stay behind. */
  readonly slots: readonly SlotRecord[];
  readonly entries: readonly KeptEntry[];
}

/** Slots that open a backup on any device. */
export function portableSlots(slots: readonly SlotRecord[]): SlotRecord[] {
  return slots.filter(({ kind }) => kind === 'passphrase' || kind === 'recovery');
}

/**
 * The text of a backup file (`backup-format.ts`).
 *
 * @throws VaultError `no-portable-slot`
 */
export async function createBackup(content: BackupContent): Promise<string> {
  const { vaultKey, revision, created, entries } = content;
  const slots = portableSlots(content.slots);
  if (slots.length === 0) throw lateError('no-portable-slot');
  const head: BackupHead = { vault: vaultKey.vault, revision, created, slots };
  const plain = encodeEntries(entries);
  const sealed = await seal(vaultKey.key, entriesPlace(head), plain).finally(() => {
    plain.fill(0);
  });
  const mac = await crypto.subtle.sign('HMAC', vaultKey.mac, backupBytes(head));
  const json = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    vault: head.vault,
    revision,
    created: new Date(created).toISOString(),
    slots: slots.map(slotToJson),
    mac: toBase64(new Uint8Array(mac)),
    entries: { nonce: toBase64(sealed.nonce), sealed: toBase64(sealed.ciphertext) },
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/**
 * What opens this backup, read from the file's text alone, so that the right thing is asked for.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`
 */
export function backupSlots(text: string): BackupSlotKind[] {
  const kinds = parseBackup(text).slots.map(({ kind }) => kind as BackupSlotKind);
  return [...new Set(kinds)];
}

/**
 * Opens the text of a backup file.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`, `wrong-passphrase`,
 * `wrong-recovery-key`, `mistyped-recovery-key`, `no-such-slot`, `kdf-refused`,
 * `kdf-failed`, `header-tampered`
 */
export async function openBackup(
  text: string,
  secret: BackupSecret,
  derive: DeriveKey,
): Promise<OpenedBackup> {
  const { vaultKey, entries, revision, created } = await openContent(text, secret, derive);
  const { vault } = vaultKey;
  return {
    vault,
    revision,
    created,
    entries: entries.map(({ entry, ...beside }) => ({ ...entry, beside })),
  };
}

/**
 * Opens the text of a backup file with all that it takes to write it again.
 *
 * @throws VaultError as `openBackup`
 */
export async function openContent(
  text: string,
  secret: BackupSecret,
  derive: DeriveKey,
): Promise<BackupContent> {
  const { vault, slots } = parseBackup(text);
  const vaultKey =
    'passphrase' in secret
      ? await openByPassphrase(vault, slots, secret.passphrase, derive)
      : await openByRecoveryKey(vault, slots, secret.recoveryKey);
  return reopenContent(text, vaultKey);
}

/**
 * Opens a later text of the same vault with the key that opened the earlier one.
 *
 * @throws VaultError `invalid-backup`, `newer-backup`, `header-tampered`
 */
export async function reopenContent(text: string, vaultKey: OpenKey): Promise<BackupContent> {
  const { mac, sealed, ...head } = parseBackup(text);
  if (!(await crypto.subtle.verify('HMAC', vaultKey.mac, mac, backupBytes(head)))) {
    throw new VaultError('header-tampered');
  }
  const plain = await openEntriesOf(vaultKey, head, sealed);
  try {
    const { revision, created, slots } = head;
    return { vaultKey, revision, created, slots, entries: decodeEntries(plain) };
  } finally {
    plain.fill(0);
  }
}

async function openEntriesOf(
  { key }: OpenKey,
  head: BackupHead,
  sealed: Parameters<typeof open>[2],
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await open(key, entriesPlace(head), sealed);
  } catch {
    throw lateError('invalid-backup');
  }
}

import { toBase64 } from './base64.ts';
import type { BackupHead } from './backup-format.ts';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  backupBytes,
  entriesPlace,
  notesPlace,
  parseBackup,
  slotToJson,
} from './backup-format.ts';
import { decodeEntries, decodeNotes, encodeEntries, encodeNotes } from './record-list.ts';
import type { OpenKey } from './data-key.ts';
import { VaultError } from './errors.ts';
import type { DeriveKey } from './kdf.ts';
import type { BackedUpEntry, KeptEntry } from './kept-entry.ts';
import { lateError } from './late-errors.ts';
import type { KeptNote } from './note.ts';
import type { Place, Sealed } from './seal.ts';
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
  readonly notes: readonly KeptNote[];
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
  /** Absent where there are none. */
  readonly notes?: readonly KeptNote[];
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
  const { vaultKey, revision, created, entries, notes = [] } = content;
  const slots = portableSlots(content.slots);
  if (slots.length === 0) throw lateError('no-portable-slot');
  const head: BackupHead = { vault: vaultKey.vault, revision, created, slots };
  const mac = await crypto.subtle.sign('HMAC', vaultKey.mac, backupBytes(head));
  const json = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    vault: head.vault,
    revision,
    created: new Date(created).toISOString(),
    slots: slots.map(slotToJson),
    mac: toBase64(new Uint8Array(mac)),
    entries: await section(vaultKey, entriesPlace(head), encodeEntries(entries)),
    ...(notes.length > 0 && {
      notes: await section(vaultKey, notesPlace(head), encodeNotes(notes)),
    }),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** Seals a part of the file and wipes the plaintext. */
async function section(
  { key }: OpenKey,
  place: Place,
  plain: Uint8Array<ArrayBuffer>,
): Promise<{ nonce: string; sealed: string }> {
  const { nonce, ciphertext } = await seal(key, place, plain).finally(() => {
    plain.fill(0);
  });
  return { nonce: toBase64(nonce), sealed: toBase64(ciphertext) };
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
  const content = await openContent(text, secret, derive);
  const { vaultKey, revision, created, entries, notes = [] } = content;
  return {
    vault: vaultKey.vault,
    revision,
    created,
    entries: entries.map(({ entry, ...beside }) => ({ ...entry, beside })),
    notes,
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
  const { mac, sealed, sealedNotes, ...head } = parseBackup(text);
  if (!(await crypto.subtle.verify('HMAC', vaultKey.mac, mac, backupBytes(head)))) {
    throw new VaultError('header-tampered');
  }
  const { revision, created, slots } = head;
  const entries = await openSection(vaultKey, entriesPlace(head), sealed, decodeEntries);
  if (sealedNotes === undefined) return { vaultKey, revision, created, slots, entries };
  const notes = await openSection(vaultKey, notesPlace(head), sealedNotes, decodeNotes);
  return { vaultKey, revision, created, slots, entries, notes };
}

/** Opens a part of the file, reads it and wipes the plaintext. */
async function openSection<T>(
  { key }: OpenKey,
  place: Place,
  sealed: Sealed,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T,
): Promise<T> {
  const plain = await open(key, place, sealed).catch(() => {
    throw lateError('invalid-backup');
  });
  try {
    return decode(plain);
  } finally {
    plain.fill(0);
  }
}

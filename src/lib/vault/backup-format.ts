import { fromBase64, toBase64 } from './base64.ts';
import type { JsonObject } from './checks.ts';
import { asObject, asOneOf, asText, asWhole, optional } from './checks.ts';
import { slotFields } from './header.ts';
import { lateError } from './late-errors.ts';
import type { Place, Sealed } from './seal.ts';
import { encodeFields } from './seal.ts';
import type { SlotRecord } from './slot.ts';

/*
 * A backup file is JSON in UTF-8:
 *
 *   { "format": "2faa-backup", "version": 1,
 *     "vault": the vault's id, "revision": whole number, "created": ISO 8601 in UTC,
 *     "slots": [ { "id", "kind": "passphrase" | "recovery", "createdAt": ms since 1970,
 *                  "label"?: text,
 *                  "kdf": { "name": "argon2id", "memoryKiB", "iterations", "parallelism", "salt" }
 *                       | { "name": "hkdf-sha256", "salt" },
 *                  "nonce", "wrapped" } ],
 *     "mac": …, "entries": { "nonce", "sealed" }, "notes"?: { "nonce", "sealed" } }
 *
 * Bytes are Base64 with padding (RFC 4648 section 4). To open one:
 *
 * 1. Wrapping key, 32 bytes. Passphrase: Argon2id, version 1.3, of the passphrase in
 *    Unicode NFKC as UTF-8. Recovery key: HKDF-SHA256 of its first 28 characters in ASCII
 *    (capital, without dashes), info "2faa-vault/recovery".
 * 2. Data key, 32 bytes: AES-256-GCM of "wrapped" (the tag is its last 16 bytes) with the
 *    slot's "nonce" and the additional data
 *      fields("2faa-vault", "1", vault, "slot/" + kind, slot id, "1")
 * 3. MAC: HMAC-SHA256 under HKDF-SHA256(data key, salt: vault, info: "2faa-vault/header")
 *    of fields("2faa-backup", "1", vault, revision, created in ms since 1970, number of
 *    slots, and for each slot in the order of the ids: id, kind, createdAt, label, KDF
 *    name, memoryKiB, iterations, parallelism, salt, "", "1", nonce, wrapped), where what
 *    a slot lacks is an empty field.
 * 4. Entries: AES-256-GCM of "sealed" under the data key with the additional data
 *      fields("2faa-vault", "1", vault, "backup", created in ms since 1970, revision)
 *    They are one record after the other: the length of the id in four bytes, the id, the
 *    length of the rest in four bytes, and the rest: the length of the JSON in four bytes,
 *    the entry's fields as JSON, and the bytes of its secret.
 * 5. Notes, where there are any: the same with the kind "backup-notes" instead of "backup".
 *    Each record is the length of the id, the id, the length of the JSON, and the note's
 *    fields as JSON.
 *    Version 1 had no notes at first: readers that do not know them leave them out.
 *
 * fields(…) is each field as UTF-8, numbers in decimal, behind its length in four bytes.
 * All lengths are big-endian.
 */
export const BACKUP_FORMAT = '2faa-backup';
export const BACKUP_VERSION = 1;

/** Schema of the sealing inside (`seal.ts`); a later one comes with a later version. */
const SEAL_SCHEMA = 1;

/** Far more than 10,000 entries take; a longer text is not looked at. */
const LONGEST_TEXT = 64 * 1024 * 1024;
const MOST_SLOTS = 64;

/** What a backup says about itself. */
export interface BackupHead {
  readonly vault: string;
  readonly revision: number;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  readonly slots: readonly SlotRecord[];
}

/** A backup taken apart; nothing in it is verified yet. */
export interface ParsedBackup extends BackupHead {
  readonly mac: Uint8Array<ArrayBuffer>;
  readonly sealed: Sealed;
  readonly sealedNotes: Sealed | undefined;
}

/** What the MAC is of. */
export function backupBytes({ vault, revision, created, slots }: BackupHead) {
  return encodeFields([
    ...[BACKUP_FORMAT, BACKUP_VERSION, vault, revision, created],
    ...slotFields(slots),
  ]);
}

/** Where the entries are sealed for. */
export function entriesPlace({ vault, revision, created }: BackupHead): Place {
  return { vault, kind: 'backup', id: String(created), version: revision };
}

/** Where the notes are sealed for. */
export function notesPlace(head: BackupHead): Place {
  return { ...entriesPlace(head), kind: 'backup-notes' };
}

/** A slot as the file has it. */
export function slotToJson({ id, kind, createdAt, label, kdf, wrapped }: SlotRecord): JsonObject {
  return {
    ...{ id, kind, createdAt, label },
    kdf: kdf && { ...kdf, salt: toBase64(kdf.salt) },
    nonce: toBase64(wrapped.nonce),
    wrapped: toBase64(wrapped.ciphertext),
  };
}

/** @throws VaultError `invalid-backup`, `newer-backup` */
export function parseBackup(text: string): ParsedBackup {
  try {
    if (text.length > LONGEST_TEXT) throw new TypeError('too long');
    // A byte order mark is what some editors leave behind.
    return readBackup(asObject(JSON.parse(text.replace(/^\uFEFF/, ''))));
  } catch (error) {
    if (error === NEWER) throw lateError('newer-backup');
    throw lateError('invalid-backup');
  }
}

const NEWER = new Error('newer');

function readBackup(file: JsonObject): ParsedBackup {
  asOneOf(file.format, [BACKUP_FORMAT]);
  if (asWhole(file.version, 1) > BACKUP_VERSION) throw NEWER;
  if (!Array.isArray(file.slots) || file.slots.length > MOST_SLOTS) throw new TypeError('slots');
  return {
    vault: asText(file.vault),
    revision: asWhole(file.revision, 0),
    created: asWhole(Date.parse(asText(file.created)), 0),
    slots: file.slots.map(slotFromJson),
    mac: asBytes(file.mac),
    sealed: asSealed(file.entries),
    sealedNotes: optional(file.notes, asSealed),
  };
}

function asSealed(value: unknown): Sealed {
  const { nonce, sealed } = asObject(value);
  return { schema: SEAL_SCHEMA, nonce: asBytes(nonce), ciphertext: asBytes(sealed) };
}

function slotFromJson(value: unknown): SlotRecord {
  const slot = asObject(value);
  const kdf = asObject(slot.kdf);
  const salt = asBytes(kdf.salt);
  const kind = asOneOf(slot.kind, ['passphrase', 'recovery']);
  const label = optional(slot.label, asText);
  return {
    id: asText(slot.id),
    kind,
    createdAt: asWhole(slot.createdAt, 0),
    ...(label === undefined ? {} : { label }),
    kdf:
      kind === 'recovery'
        ? { name: asOneOf(kdf.name, ['hkdf-sha256']), salt }
        : {
            name: asOneOf(kdf.name, ['argon2id']),
            memoryKiB: asWhole(kdf.memoryKiB, 0),
            iterations: asWhole(kdf.iterations, 0),
            parallelism: asWhole(kdf.parallelism, 0),
            salt,
          },
    wrapped: {
      schema: SEAL_SCHEMA,
      nonce: asBytes(slot.nonce),
      ciphertext: asBytes(slot.wrapped),
    },
  };
}

function asBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(asText(value));
  if (bytes === undefined) throw new TypeError('not Base64');
  return bytes;
}

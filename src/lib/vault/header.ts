import { VaultError } from './errors.ts';
import { FORMAT, encodeFields } from './seal.ts';
import type { SlotRecord } from './slot.ts';

/** Version of the stores and of the header. Schema 1 had no MAC and only device slots. */
export const SCHEMA = 2;

/** What can be set in a header. */
export interface HeaderSettings {
  /** After how many minutes without activity the vault locks; 0 is never. */
  readonly idleMinutes?: number | undefined;
  /** When a backup was last saved, and how many changes there had been by then. */
  readonly backup?: { readonly savedAt: number; readonly changes: number } | undefined;
}

/** What a vault says about itself. */
export interface Header extends HeaderSettings {
  readonly format: typeof FORMAT;
  readonly schema: number;
  /** Random id of the vault; part of what every record is sealed for. */
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** Goes up by one with every change to the vault. */
  readonly revision: number;
  /** How many of them changed entries; absent before schema 2. */
  readonly changes?: number;
  /** HMAC-SHA256 of `headerBytes`; absent before schema 2. */
  readonly mac?: Uint8Array<ArrayBuffer>;
}

/**
 * Checks a header that was stored; one of a newer schema has to be read as far as it goes.
 *
 * @throws VaultError `header-tampered` for what is no header of ours
 */
export function checkHeader(header: Header): void {
  const { format, schema, id, revision }: Readonly<Partial<Record<keyof Header, unknown>>> = header;
  const known = format === FORMAT && Number.isSafeInteger(schema) && Number(schema) >= 1;
  if (!known || typeof id !== 'string' || !Number.isSafeInteger(revision)) {
    throw new VaultError('header-tampered');
  }
}

/** The header with its MAC. */
export async function signHeader(
  mac: CryptoKey,
  header: Header,
  slots: readonly SlotRecord[],
): Promise<Header> {
  const signature = await crypto.subtle.sign('HMAC', mac, headerBytes(header, slots));
  return { ...header, mac: new Uint8Array(signature) };
}

/** Whether header and slots are what was last stored under this data key. */
export async function isAuthentic(
  mac: CryptoKey,
  header: Header,
  slots: readonly SlotRecord[],
): Promise<boolean> {
  try {
    const signature = header.mac ?? new Uint8Array();
    return await crypto.subtle.verify('HMAC', mac, signature, headerBytes(header, slots));
  } catch {
    // What came out of storage may be of any shape.
    return false;
  }
}

/**
 * What the MAC is of, by `encodeFields`: format, `header`, schema, id, createdAt,
 * revision, changes, idleMinutes, the backup's savedAt and changes, then the slots
 * (`slotFields`).
 */
export function headerBytes(header: Header, slots: readonly SlotRecord[]): Uint8Array<ArrayBuffer> {
  const { format, schema, id, createdAt, revision, changes, idleMinutes, backup } = header;
  return encodeFields([
    ...[format, 'header', schema, id, createdAt, revision, changes, idleMinutes],
    ...[backup?.savedAt, backup?.changes],
    ...slotFields(slots),
  ]);
}

/**
 * Their number, and for each, in the order of their ids: id, kind, createdAt, label, the
 * KDF's name, memoryKiB, iterations, parallelism and salt, credential, and the wrapped
 * key's schema, nonce and ciphertext.
 */
export function slotFields(slots: readonly SlotRecord[]) {
  const sorted = [...slots].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    sorted.length,
    ...sorted.flatMap(({ id, kind, createdAt, label, kdf, credential, wrapped }) => {
      const cost = kdf?.name === 'argon2id' ? kdf : undefined;
      return [
        ...[id, kind, createdAt, label],
        ...[kdf?.name, cost?.memoryKiB, cost?.iterations, cost?.parallelism, kdf?.salt],
        ...[credential, wrapped.schema, wrapped.nonce, wrapped.ciphertext],
      ];
    }),
  ];
}

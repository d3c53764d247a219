import type { Argon2Parameters } from './kdf.ts';
import type { Place, Sealed } from './seal.ts';
import { open, seal } from './seal.ts';

/** Ways to unlock. A new way adds its name here and a file that makes an `UnlockSlot`. */
export type SlotKind = 'device' | 'passphrase' | 'passkey' | 'recovery';

/** HKDF-SHA256 (RFC 5869), for input that is random already. */
export interface HkdfParameters {
  readonly name: 'hkdf-sha256';
  readonly salt: Uint8Array<ArrayBuffer>;
}

const SALT_BYTES = 32;

export function newHkdfParameters(): HkdfParameters {
  return { name: 'hkdf-sha256', salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/** One wrapped copy of the data key, as it is stored. */
export interface SlotRecord {
  /** Random; a slot whose key changes gets a new one. */
  readonly id: string;
  readonly kind: SlotKind;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** The person's name for it. */
  readonly label?: string | undefined;
  /** How the wrapping key is made of what the person has; a device slot needs none. */
  readonly kdf?: Argon2Parameters | HkdfParameters | undefined;
  /** Id of a passkey. */
  readonly credential?: Uint8Array<ArrayBuffer> | undefined;
  /** The 32 bytes of the data key, sealed for this vault, slot and kind. */
  readonly wrapped: Sealed;
}

/**
 * Something that can lock a data key away and give it back: a key of this device, a
 * passphrase, a passkey, a recovery key. Adding or removing one wraps the data key
 * again and touches no entry.
 */
export interface UnlockSlot {
  readonly kind: SlotKind;
  /** Wraps the raw data key for a new slot. The caller wipes `dataKey`. */
  wrap(vault: string, dataKey: Uint8Array<ArrayBuffer>, now: number): Promise<SlotRecord>;
  /**
   * Gives the raw data key back. The caller wipes it.
   *
   * @throws VaultError `tampered` when this is not the slot's key or the record was changed.
   */
  unwrap(vault: string, record: SlotRecord): Promise<Uint8Array<ArrayBuffer>>;
}

/** Seals a data key under a slot's own wrapping key: what every kind of slot ends in. */
export async function wrapDataKey(
  wrappingKey: CryptoKey,
  slot: Omit<SlotRecord, 'wrapped'>,
  vault: string,
  dataKey: Uint8Array<ArrayBuffer>,
): Promise<SlotRecord> {
  return { ...slot, wrapped: await seal(wrappingKey, slotPlace(slot, vault), dataKey) };
}

/**
 * Opens what `wrapDataKey` sealed. The caller wipes the result.
 *
 * @throws VaultError `tampered` or `newer-record`
 */
export function unwrapDataKey(
  wrappingKey: CryptoKey,
  record: SlotRecord,
  vault: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return open(wrappingKey, slotPlace(record, vault), record.wrapped);
}

function slotPlace({ id, kind }: Omit<SlotRecord, 'wrapped'>, vault: string): Place {
  return { vault, kind: `slot/${kind}`, id, version: 1 };
}

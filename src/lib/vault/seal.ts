import { VaultError } from './errors.ts';

/** Name of the format; the first field of all additional data. */
export const FORMAT = '2faa-vault';

/** Version of this sealing: what the additional data holds and in which order. */
const SEAL_SCHEMA = 1;

const NONCE_BYTES = 12;

/** Where a record belongs. A sealed record opens there and nowhere else. */
export interface Place {
  readonly vault: string;
  /** What it is: `entry`, `walk`, or `slot/` and the kind of slot. */
  readonly kind: string;
  readonly id: string;
  /** Goes up by one with each change, so that an older state is not taken for a newer one. */
  readonly version: number;
}

/** AES-256-GCM output with what is needed to open it, the key aside. */
export interface Sealed {
  readonly schema: number;
  /** 96 random bits, new at each sealing (NIST SP 800-38D section 8.2.2). */
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** Ciphertext followed by the 128-bit tag. */
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/**
 * The additional data of a place: format, schema, vault, kind, id and version
 * (`encodeFields`). No two places share an encoding.
 */
export function additionalData(place: Place, schema: number): Uint8Array<ArrayBuffer> {
  return encodeFields([FORMAT, schema, place.vault, place.kind, place.id, place.version]);
}

/**
 * Fields one after the other, each behind its length in four bytes (big-endian): bytes
 * as they are, text as UTF-8, numbers in decimal, what is absent as nothing. The lengths
 * make it unambiguous.
 */
export function encodeFields(
  fields: readonly (string | number | Uint8Array | undefined)[],
): Uint8Array<ArrayBuffer> {
  const encoded = fields.map((field) =>
    field instanceof Uint8Array ? field : new TextEncoder().encode(String(field ?? '')),
  );
  const data = new Uint8Array(encoded.reduce((sum, field) => sum + 4 + field.length, 0));
  const view = new DataView(data.buffer);
  let at = 0;
  for (const field of encoded) {
    view.setUint32(at, field.length);
    data.set(field, at + 4);
    at += 4 + field.length;
  }
  return data;
}

/** Encrypts `plaintext` for one place under a fresh nonce. The caller wipes `plaintext`. */
export async function seal(
  key: CryptoKey,
  place: Place,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additional = additionalData(place, SEAL_SCHEMA);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: additional },
    key,
    plaintext,
  );
  return { schema: SEAL_SCHEMA, nonce, ciphertext: new Uint8Array(ciphertext) };
}

/**
 * Decrypts what was sealed for `place`. What comes out of storage is not trusted: a
 * record of any shape either opens as what was sealed or is refused. The caller wipes
 * the result.
 *
 * @throws VaultError `tampered` when anything differs from what was sealed (bytes,
 * nonce, place or key), `newer-record` when a later schema sealed it.
 */
export async function open(
  key: CryptoKey,
  place: Place,
  { schema, nonce, ciphertext }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  if (schema > SEAL_SCHEMA) throw new VaultError('newer-record');
  // The number as text would be the same additional data.
  if (!Number.isSafeInteger(place.version)) throw new VaultError('tampered');
  try {
    const plaintext = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: additionalData(place, schema) },
      key,
      ciphertext,
    );
    return new Uint8Array(plaintext);
  } catch {
    throw new VaultError('tampered');
  }
}

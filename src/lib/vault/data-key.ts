import type { VaultKey } from './records.ts';
import type { Sealed } from './seal.ts';
import { open, seal } from './seal.ts';

const DATA_KEY_BYTES = 32;
const HEADER_KEY_INFO = '2faa-vault/header';

/**
 * The data key while the vault is unlocked: as keys that scripts can use but not read,
 * and once more sealed under a key of this page, from which new slots are made.
 */
export interface OpenKey extends VaultKey {
  /** Authenticates the header. */
  readonly mac: CryptoKey;
  readonly cover: CryptoKey;
  readonly covered: Sealed;
}

/** A new random data key. The caller wipes it as soon as it is wrapped and imported. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
}

/** Takes the data key into WebCrypto, from where it cannot be read again, and wipes the bytes. */
export async function importDataKey(
  vault: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<OpenKey> {
  try {
    const [key, mac, cover] = await Promise.all([
      crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
      headerKey(vault, bytes),
      crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    ]);
    return { vault, key, mac, cover, covered: await seal(cover, coveredPlace(vault), bytes) };
  } finally {
    bytes.fill(0);
  }
}

/** Lends the raw data key to `use`, and wipes it afterwards. */
export async function withDataKey<T>(
  { vault, cover, covered }: OpenKey,
  use: (dataKey: Uint8Array<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  const bytes = await open(cover, coveredPlace(vault), covered);
  try {
    return await use(bytes);
  } finally {
    bytes.fill(0);
  }
}

/**
 * The key of the header's MAC: HKDF-SHA256 of the data key with the vault's id as salt.
 * As two data keys cannot have the same MAC, it also commits to the one that was meant,
 * which AES-GCM by itself does not.
 */
export async function headerKey(
  vault: string,
  dataKey: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const text = new TextEncoder();
  return subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: text.encode(vault),
      info: text.encode(HEADER_KEY_INFO),
    },
    await subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']),
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}

function coveredPlace(vault: string) {
  return { vault, kind: 'data-key', id: '', version: 1 };
}

import type { Argon2Parameters } from '../lib/vault/kdf.ts';

export interface KdfRequest {
  readonly passphrase: Uint8Array<ArrayBuffer>;
  readonly parameters: Argon2Parameters;
}

/** The key ends the exchange, and so does a failure; that it will be slow may come before. */
export type KdfAnswer =
  { readonly key: Uint8Array<ArrayBuffer> } | { readonly slow: true } | { readonly failed: true };

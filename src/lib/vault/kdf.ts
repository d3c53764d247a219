import { lateError } from './late-errors.ts';

/** What Argon2id (RFC 9106) is run with; part of a passphrase slot. */
export interface Argon2Parameters {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  /** Passes over the memory. */
  readonly iterations: number;
  /** Lanes. */
  readonly parallelism: number;
  /** 16 random bytes, new for each passphrase. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/**
 * Runs Argon2id, version 1.3, for 32 bytes. It is handed in, as browsers do that in a
 * worker and Node has its own; it may trust the parameters, which were checked.
 */
export type DeriveKey = (
  passphrase: Uint8Array<ArrayBuffer>,
  parameters: Argon2Parameters,
) => Promise<Uint8Array<ArrayBuffer>>;

const SALT_BYTES = 16;
const DERIVED_BYTES = 32;
const SHORTEST = 8;

/** The second choice of RFC 9106 section 4, for when memory is scarce. */
export function newArgon2Parameters(): Argon2Parameters {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { name: 'argon2id', memoryKiB: 64 * 1024, iterations: 3, parallelism: 4, salt };
}

/** From what guessing would be cheap (OWASP's minimum) to what would hang the device. */
const BOUNDS = {
  memoryKiB: [19 * 1024, 256 * 1024],
  iterations: [2, 10],
  parallelism: [1, 16],
} as const;

/**
 * The key that a passphrase stands for. Parameters out of bounds are refused before
 * anything runs: they come out of storage or a file, where others may have written.
 *
 * @throws VaultError `kdf-refused`
 */
export async function passphraseKey(
  passphrase: string,
  parameters: Argon2Parameters,
  derive: DeriveKey,
): Promise<CryptoKey> {
  checkParameters(parameters);
  const typed = passphraseBytes(passphrase);
  let derived: Uint8Array<ArrayBuffer> | undefined;
  try {
    derived = await derive(typed, parameters);
    if (derived.length !== DERIVED_BYTES) throw new TypeError('The derived key has another length');
    return await crypto.subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt', 'decrypt']);
  } finally {
    typed.fill(0);
    derived?.fill(0);
  }
}

/**
 * Refuses a new passphrase that is too short to protect anything.
 *
 * @throws VaultError `passphrase-too-short`
 */
export function checkNewPassphrase(passphrase: string): void {
  if (Array.from(passphrase).length < SHORTEST) throw lateError('passphrase-too-short');
}

/** @throws VaultError `kdf-refused` */
export function checkParameters(parameters: Argon2Parameters): void {
  const { name, salt }: Readonly<Record<keyof Argon2Parameters, unknown>> = parameters;
  const inBounds = (['memoryKiB', 'iterations', 'parallelism'] as const).every((field) => {
    const value = parameters[field];
    const [least, most] = BOUNDS[field];
    return Number.isSafeInteger(value) && value >= least && value <= most;
  });
  const salted = salt instanceof Uint8Array && salt.length === SALT_BYTES;
  if (name !== 'argon2id' || !inBounds || !salted) throw lateError('kdf-refused');
}

/** Keyboards write the same letters as different characters (Unicode NFKC makes them one). */
function passphraseBytes(passphrase: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(passphrase.normalize('NFKC'));
}

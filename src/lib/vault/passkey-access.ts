import type { OpenKey } from './data-key.ts';
import { sameBytes } from './bytes.ts';
import { lateError } from './late-errors.ts';
import type { PasskeyAuthenticator } from './passkey.ts';
import type { HkdfParameters, SlotRecord } from './slot.ts';
import { newHkdfParameters } from './slot.ts';
import { openOne, randomSlotKey } from './wrapping.ts';

/** What a new passkey's slot is made of. */
interface AddedPasskey {
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly kdf: HkdfParameters;
  readonly key: CryptoKey;
}

/**
 * Makes a passkey and sees that its key is the same each time. The slot's salt is the
 * input of the PRF as well as HKDF's salt.
 *
 * @throws VaultError `passkey-unsupported`, `passkey-declined`, `passkey-unconfirmed`
 */
export async function addedPasskey(
  authenticator: PasskeyAuthenticator,
  name: string,
): Promise<AddedPasskey> {
  const credential = await authenticator.create(name);
  const kdf = newHkdfParameters();
  const references = [{ credential, prfSalt: kdf.salt }];
  const { output: first } = await authenticator.evaluate(references);
  const { output: second } = await authenticator.evaluate(references);
  try {
    if (!sameBytes(first, second)) throw lateError('passkey-unconfirmed');
    return { credential, kdf, key: await randomSlotKey({ kdf }, 'passkey', first) };
  } finally {
    first.fill(0);
    second.fill(0);
  }
}

/**
 * The data key, if a passkey opens its slot.
 *
 * @throws VaultError `no-such-slot`, `wrong-passkey`, and what the authenticator throws
 */
export async function openByPasskey(
  vault: string,
  slots: readonly SlotRecord[],
  authenticator: PasskeyAuthenticator,
): Promise<OpenKey> {
  const references = slots.flatMap(({ kind, credential, kdf }) =>
    kind === 'passkey' && credential && kdf ? [{ credential, prfSalt: kdf.salt }] : [],
  );
  if (references.length === 0) throw lateError('no-such-slot');
  const { credential, output } = await authenticator.evaluate(references);
  const own = slots.filter((slot) => slot.credential && sameBytes(slot.credential, credential));
  try {
    return await openOne(vault, own, 'passkey', (slot) => randomSlotKey(slot, 'passkey', output));
  } finally {
    output.fill(0);
  }
}

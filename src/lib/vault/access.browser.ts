import { autoLock } from './auto-lock.browser.ts';
import { withDataKey } from './data-key.ts';
import { VaultError } from './errors.ts';
import { MOST_IDLE_MINUTES, USUAL_IDLE_MINUTES } from './idle.ts';
import type { DeriveKey } from './kdf.ts';
import { checkNewPassphrase, newArgon2Parameters, passphraseKey } from './kdf.ts';
import { addedPasskey, openByPasskey } from './passkey-access.ts';
import type { PasskeyAuthenticator } from './passkey.ts';
import { lateError } from './late-errors.ts';
import { newRecoveryKey, recoveryKeyBytes } from './recovery-key.ts';
import type { Session } from './session.browser.ts';
import type { SlotKind, SlotRecord } from './slot.ts';
import { newHkdfParameters, wrapDataKey } from './slot.ts';
import type { Snapshot } from './transactions.browser.ts';
import { openByPassphrase, openByRecoveryKey, randomSlotKey } from './wrapping.ts';

/** What a person can know about a way to unlock. */
export interface SlotInfo {
  readonly id: string;
  readonly kind: SlotKind;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  /** The person's name for it; passkeys have one. */
  readonly label?: string | undefined;
}

/** One thing that opens the vault. */
export type UnlockSecret =
  | { readonly passphrase: string }
  | { readonly recoveryKey: string }
  | { readonly passkey: PasskeyAuthenticator };

const BLAMING: readonly string[] = [
  'wrong-passphrase',
  'wrong-recovery-key',
  'wrong-passkey',
  'kdf-refused',
  'no-such-slot',
];

/**
 * Unlocking, and the ways to unlock (`Vault.access`). Every change wraps the one data key
 * again and touches no entry. All methods but `slots`, `unlock` and `idleMinutes` throw
 * `locked` while the vault is locked, and what a write can throw.
 */
export class VaultAccess {
  readonly #session: Session;
  readonly #derive: DeriveKey;

  constructor(session: Session, derive: DeriveKey) {
    this.#session = session;
    this.#derive = derive;
  }

  /** The ways to unlock, the oldest first; also while locked. Empty while there is no vault. */
  async slots(): Promise<SlotInfo[]> {
    const slots = (await this.#session.peek())?.slots ?? [];
    return slots
      .map(({ id, kind, createdAt, label }) => ({ id, kind, createdAt, label }))
      .sort((a, b) => a.createdAt - b.createdAt);
  }

  /**
   * Unlocks the vault in this tab; `subscribe` tells. Afterwards look at `Vault.problem`.
   *
   * @throws VaultError `wrong-passphrase`, `mistyped-recovery-key` (found without trying),
   * `wrong-recovery-key`, `wrong-passkey`, `passkey-declined`, `passkey-unsupported`,
   * `no-such-slot`, `kdf-refused`, `kdf-failed`; instead of those that blame the secret,
   * `header-tampered` where the slots are not those that this browser stored
   */
  async unlock(secret: UnlockSecret): Promise<void> {
    const snapshot = await this.#session.peek();
    if (snapshot === undefined) return;
    try {
      this.#session.unlocked(await this.#open(snapshot, secret));
    } catch (error) {
      const blamed = error instanceof VaultError && BLAMING.includes(error.code);
      if (blamed && (await this.#session.differsFromSeen(snapshot))) {
        throw new VaultError('header-tampered');
      }
      throw error;
    }
    await this.#session.read({}, () => undefined);
  }

  /**
   * Sets the passphrase or changes it. `retireDevice` removes the device slot, without
   * which the vault asks for the passphrase on every page.
   *
   * @throws VaultError `passphrase-too-short`, `kdf-failed`
   */
  async setPassphrase(
    passphrase: string,
    { retireDevice }: { readonly retireDevice: boolean },
  ): Promise<void> {
    this.#refuseLocked();
    checkNewPassphrase(passphrase);
    const kdf = newArgon2Parameters();
    const key = await passphraseKey(passphrase, kdf, this.#derive);
    await this.#add(
      key,
      { ...this.#newSlot('passphrase'), kdf },
      ({ kind }) => kind !== 'passphrase' && !(retireDevice && kind === 'device'),
    );
  }

  /**
   * Adds a passkey, for which the browser asks three times: to make it, and twice for its
   * key, as some give another one the second time.
   *
   * @throws VaultError `passkey-unsupported`, `passkey-declined`, `passkey-unconfirmed`
   */
  async addPasskey(authenticator: PasskeyAuthenticator, label: string): Promise<void> {
    this.#refuseLocked();
    const { key, ...passkey } = await addedPasskey(authenticator, label);
    await this.#add(key, { ...this.#newSlot('passkey'), label, ...passkey });
  }

  /**
   * Makes a recovery key, to be shown once and written down: eight groups of four
   * characters with dashes between. Earlier ones go on to work until they are removed.
   */
  async addRecoveryKey(): Promise<string> {
    this.#refuseLocked();
    const recoveryKey = await newRecoveryKey();
    const bytes = await recoveryKeyBytes(recoveryKey);
    const kdf = newHkdfParameters();
    const key = await randomSlotKey({ kdf }, 'recovery', bytes).finally(() => bytes.fill(0));
    await this.#add(key, { ...this.#newSlot('recovery'), kdf });
    return recoveryKey;
  }

  /** @throws VaultError `last-slot`, `no-such-slot` */
  removeSlot(id: string): Promise<void> {
    return this.#session.write({}, ({ slots }) => {
      const rest = slots.filter((slot) => slot.id !== id);
      if (rest.length === slots.length) throw lateError('no-such-slot');
      if (rest.length === 0) throw lateError('last-slot');
      return { result: undefined, slots: rest };
    });
  }

  /**
   * The person says that the vault is right as it is, in spite of `Vault.problem`:
   * changes can be stored again.
   */
  acceptHeader(): Promise<void> {
    return this.#session.write({}, () => ({ result: undefined, settings: {} }), true);
  }

  /** After how many minutes without activity the vault locks; 0 is never. */
  async idleMinutes(): Promise<number> {
    return (await this.#session.peek())?.header.idleMinutes ?? USUAL_IDLE_MINUTES;
  }

  /** @param minutes whole, from 0 (never) to 1440; others are brought there */
  setIdleMinutes(minutes: number): Promise<void> {
    const idleMinutes = Math.min(Math.max(0, Math.round(minutes)), MOST_IDLE_MINUTES);
    return this.#session.write({}, () => ({ result: undefined, settings: { idleMinutes } }));
  }

  /**
   * Locks the vault when nobody has done anything in any tab for the idle minutes. What
   * counts are pointers, keys and scrolling in `target`, the tab's window. Ends when the
   * returned function is called. While the vault is locked or has only the device slot,
   * it waits.
   */
  startAutoLock(target: EventTarget): () => void {
    const session = this.#session;
    return autoLock({
      name: `${session.name}-activity`,
      target,
      now: session.now,
      minutes: async () => {
        const minutes = await this.idleMinutes();
        return session.lockable && !session.locked ? minutes : 0;
      },
      subscribe: (listener) => session.subscribe(listener),
      lock: () => {
        session.lock();
      },
    });
  }

  #open({ header: { id }, slots }: Snapshot, secret: UnlockSecret) {
    if ('passphrase' in secret) return openByPassphrase(id, slots, secret.passphrase, this.#derive);
    if ('recoveryKey' in secret) return openByRecoveryKey(id, slots, secret.recoveryKey);
    return openByPasskey(id, slots, secret.passkey);
  }

  #newSlot<Kind extends SlotKind>(kind: Kind) {
    return { id: crypto.randomUUID(), kind, createdAt: this.#session.now() };
  }

  /** Adds a slot, and keeps those of the others that are to stay. */
  #add(
    key: CryptoKey,
    slot: Omit<SlotRecord, 'wrapped'>,
    stays: (other: SlotRecord) => boolean = () => true,
  ): Promise<void> {
    return this.#session.write({}, async ({ vaultKey, slots }) => {
      const wrapped = await withDataKey(vaultKey, (dataKey) =>
        wrapDataKey(key, slot, vaultKey.vault, dataKey),
      );
      return { result: undefined, slots: [...slots.filter(stays), wrapped] };
    });
  }

  /** Before anything that takes long or asks the person. */
  #refuseLocked(): void {
    if (this.#session.locked) throw new VaultError('locked');
  }
}

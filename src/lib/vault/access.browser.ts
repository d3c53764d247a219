import type { DeriveKey } from './kdf.ts';
import { lateError } from './late-errors.ts';
import type { PasskeyAuthenticator } from './passkey.ts';
import type { Session } from './session.browser.ts';
import type { SlotKind } from './slot.ts';

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
  slots(): Promise<SlotInfo[]> {
    return this.#todo();
  }

  /**
   * Unlocks the vault in this tab; `subscribe` tells. Afterwards look at `Vault.problem`.
   *
   * @throws VaultError `wrong-passphrase`, `mistyped-recovery-key` (found without trying),
   * `wrong-recovery-key`, `wrong-passkey`, `passkey-declined`, `passkey-unsupported`,
   * `no-such-slot`, `kdf-refused`, `header-tampered`
   */
  unlock(secret: UnlockSecret): Promise<void> {
    return this.#todo(secret);
  }

  /**
   * Sets the passphrase or changes it. `retireDevice` removes the device slot, without
   * which the vault asks for the passphrase on every page.
   *
   * @throws VaultError `passphrase-too-short`
   */
  setPassphrase(passphrase: string, options: { readonly retireDevice: boolean }): Promise<void> {
    return this.#todo(passphrase, options);
  }

  /**
   * Adds a passkey, which asks the person twice: to make it, and to see that it gives the
   * same key again.
   *
   * @throws VaultError `passkey-unsupported`, `passkey-declined`, `passkey-unconfirmed`
   */
  addPasskey(authenticator: PasskeyAuthenticator, label: string): Promise<void> {
    return this.#todo(authenticator, label);
  }

  /**
   * Makes a recovery key, to be shown once and written down: eight groups of four
   * characters with dashes between. Earlier ones go on to work until they are removed.
   */
  addRecoveryKey(): Promise<string> {
    return this.#todo();
  }

  /** @throws VaultError `last-slot`, `no-such-slot` */
  removeSlot(id: string): Promise<void> {
    return this.#todo(id);
  }

  /**
   * The person says that the vault is right as it is, in spite of `Vault.problem`:
   * changes can be stored again.
   */
  acceptHeader(): Promise<void> {
    return this.#todo();
  }

  /** After how many minutes without activity the vault locks; 0 is never. */
  idleMinutes(): Promise<number> {
    return this.#todo();
  }

  /** @param minutes whole, from 0 (never) to 1440 */
  setIdleMinutes(minutes: number): Promise<void> {
    return this.#todo(minutes);
  }

  /**
   * Locks the vault when nobody has done anything in any tab for the idle minutes. What
   * counts are pointers, keys and scrolling in `target`, the tab's window. Ends when the
   * returned function is called. While the vault is locked or has only the device slot,
   * it waits.
   */
  startAutoLock(target: EventTarget): () => void {
    void target;
    return () => undefined;
  }

  #todo(...unused: unknown[]): Promise<never> {
    void [this.#session, this.#derive, unused];
    return Promise.reject(lateError('not-ready'));
  }
}

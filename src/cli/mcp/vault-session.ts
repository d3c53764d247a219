import type { Entry } from '../../lib/vault/entry.ts';
import { idleTimeLeft } from '../../lib/vault/idle.ts';
import { RefusedError } from '../errors.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** A vault whose key is known. */
export interface OpenVault {
  /** The entries as they are in the file now; the caller wipes their secrets. */
  read(): Promise<readonly Entry[]>;
}

/** Keeps the vault's key while it is used, and forgets it when nobody has asked for long. */
export class VaultSession {
  readonly #unlock: () => Promise<OpenVault>;
  readonly #idleMinutes: number;
  readonly #clock: Clock;
  #vault: Promise<OpenVault> | undefined;
  #usedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param unlock reads the passphrase or asks for it, each time */
  constructor(unlock: () => Promise<OpenVault>, idleMinutes: number, clock: Clock) {
    this.#unlock = unlock;
    this.#idleMinutes = idleMinutes;
    this.#clock = clock;
  }

  get isOpen(): boolean {
    return this.#vault !== undefined;
  }

  /**
   * Works with the entries as they are now. Their secrets are there while `work` runs and
   * wiped right after.
   *
   * @throws Refusal `locked`, and what `work` throws
   */
  async use<T>(work: (entries: readonly Entry[]) => T): Promise<T> {
    const entries = await this.#read();
    try {
      return work(entries);
    } finally {
      for (const { otp } of entries) otp.secret.fill(0);
    }
  }

  /** Forgets the key. */
  lock(): void {
    clearTimeout(this.#timer);
    this.#vault = undefined;
  }

  async #read(): Promise<readonly Entry[]> {
    // A timer does not run while the computer sleeps.
    if (this.isOpen && this.#timeLeft() <= 0) this.lock();
    this.#vault ??= this.#unlock();
    this.#stayOpen();
    try {
      const entries = await (await this.#vault).read();
      this.#stayOpen();
      return entries;
    } catch (error) {
      this.lock();
      const why = error instanceof RefusedError ? error.message : 'It cannot be opened.';
      throw new Refusal('locked', `The vault is locked. ${why}`);
    }
  }

  #stayOpen(): void {
    this.#usedAt = this.#clock.now();
    clearTimeout(this.#timer);
    const lock = (): void => {
      this.lock();
    };
    this.#timer = setTimeout(lock, this.#timeLeft()).unref();
  }

  #timeLeft(): number {
    return idleTimeLeft(this.#usedAt, this.#clock.now(), this.#idleMinutes);
  }
}

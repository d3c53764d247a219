import { VaultError } from './errors.ts';
import { errorName, storageError } from './storage-error.browser.ts';
import type { VaultDatabase } from './store.browser.ts';
import { openStore } from './store.browser.ts';

/**
 * The page's connection to the database: opened when first needed, and again after the
 * browser or another tab ended it.
 */
export class Connection {
  readonly #name: string;
  readonly #onLost: () => void;
  #database: VaultDatabase | undefined;
  #closed = false;

  constructor(name: string, onLost: () => void) {
    this.#name = name;
    this.#onLost = onLost;
  }

  /** Runs `work` if there is a database, and answers undefined if there is none. */
  async ifPresent<T>(work: (database: VaultDatabase) => Promise<T>): Promise<T | undefined> {
    return this.#run(false, (database) => (database === undefined ? undefined : work(database)));
  }

  /** Runs `work`, making the database first if there is none. */
  async always<T>(work: (database: VaultDatabase) => Promise<T>): Promise<T> {
    return this.#run(true, (database) => {
      if (database === undefined) throw new VaultError('storage-unavailable', 'failed');
      return work(database);
    });
  }

  close(): void {
    this.#closed = true;
    this.#forget();
  }

  /**
   * `work` is one transaction: when the connection ends under it, nothing of it was
   * stored, so it is done once more on a new one.
   */
  async #run<T>(
    create: boolean,
    work: (database: VaultDatabase | undefined) => T | Promise<T>,
  ): Promise<T> {
    try {
      return await work(await this.#open(create));
    } catch (error) {
      if (!['InvalidStateError', 'AbortError'].includes(errorName(error))) {
        throw storageError(error);
      }
    }
    this.#forget();
    try {
      return await work(await this.#open(create));
    } catch (error) {
      throw storageError(error);
    }
  }

  async #open(create: boolean): Promise<VaultDatabase | undefined> {
    if (this.#closed) throw new VaultError('closed');
    if (this.#database !== undefined) return this.#database;
    const onLost = (): void => {
      this.#database = undefined;
      this.#onLost();
    };
    const database = await openStore({ name: this.#name, create, onLost });
    return this.#keep(database);
  }

  /** Two calls may have opened at once, or the vault was closed meanwhile: one connection stays. */
  #keep(database: VaultDatabase | undefined): VaultDatabase | undefined {
    if (this.#closed) {
      database?.close();
      throw new VaultError('closed');
    }
    if (this.#database === undefined) this.#database = database;
    else if (database !== this.#database) database?.close();
    return this.#database;
  }

  #forget(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}

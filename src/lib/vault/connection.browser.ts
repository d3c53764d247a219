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

  /**
   * Runs `work`, which is one transaction, and answers undefined where there is no
   * database and `create` is false. When the connection ends under the transaction,
   * nothing of it was stored, so it is done once more on a new connection.
   */
  async run<T>(
    create: boolean,
    work: (database: VaultDatabase) => Promise<T>,
    retry = true,
  ): Promise<T | undefined> {
    try {
      const database = await this.#open(create);
      return database && (await work(database));
    } catch (error) {
      if (!retry || !['InvalidStateError', 'AbortError'].includes(errorName(error))) {
        throw storageError(error);
      }
      this.#forget();
      return this.run(create, work, false);
    }
  }

  close(): void {
    this.#closed = true;
    this.#forget();
  }

  async #open(create: boolean): Promise<VaultDatabase | undefined> {
    if (this.#database !== undefined) return this.#database;
    const onLost = (): void => {
      this.#database = undefined;
      this.#onLost();
    };
    return this.#keep(await openStore({ name: this.#name, create, onLost }));
  }

  /** Meanwhile the vault may have been closed, or opened by another call: one connection stays. */
  #keep(opened: VaultDatabase | undefined): VaultDatabase | undefined {
    if (this.#closed || this.#database !== undefined) opened?.close();
    else this.#database = opened;
    if (this.#closed) throw new VaultError('closed');
    return this.#database;
  }

  #forget(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}

import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';

/** The last state of a vault that this browser stored or saw. */
export interface Seen {
  /** Id of the vault. */
  readonly id: string;
  readonly revision: number;
  /** SHA-256 of its header and slots (`headerBytes`). */
  readonly digest: Uint8Array<ArrayBuffer>;
}

interface SeenSchema extends DBSchema {
  seen: { key: string; value: Seen };
}

/**
 * Remembers how far the vault has come, in a database of its own: whoever puts an older
 * copy of the vault back, or changes its slots, has to think of both. It is a hint and
 * needs no trust: where it fails, the vault works without.
 */
export class SeenStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase<SeenSchema>> | undefined;
  #closed = false;

  constructor(name: string) {
    this.#name = name;
  }

  async read(vault: string): Promise<Seen | undefined> {
    try {
      return await (await this.#open()).get('seen', vault);
    } catch {
      return undefined;
    }
  }

  async note(seen: Seen): Promise<void> {
    try {
      const transaction = (await this.#open()).transaction('seen', 'readwrite');
      const before = await transaction.store.get(seen.id);
      if ((before?.revision ?? 0) < seen.revision) await transaction.store.put(seen);
      await transaction.done;
    } catch {
      // The vault itself is stored.
    }
  }

  close(): void {
    this.#closed = true;
    void this.#database?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
  }

  #open(): Promise<IDBPDatabase<SeenSchema>> {
    if (this.#closed) return Promise.reject(new Error('closed'));
    this.#database ??= openDB<SeenSchema>(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('seen', { keyPath: 'id' });
      },
      blocking: () => {
        this.#forget();
      },
      terminated: () => {
        this.#forget();
      },
    });
    return this.#database;
  }

  #forget(): void {
    void this.#database?.then((database) => {
      database.close();
    });
    this.#database = undefined;
  }
}

import { Connection } from './connection.browser.ts';
import { unlockByDevice } from './device-slot.browser.ts';
import { VaultError } from './errors.ts';
import type { Exclusive } from './exclusive.browser.ts';
import { exclusive } from './exclusive.browser.ts';
import { checkHeader } from './header.ts';
import { newVault } from './new-vault.browser.ts';
import type { PlainRecord, SealedRecord, VaultKey } from './records.ts';
import { sealRecord } from './records.ts';
import { Signals } from './signals.browser.ts';
import type { Snapshot, Wanted } from './transactions.browser.ts';
import { commit, readSnapshot } from './transactions.browser.ts';

/** Far more than other tabs' writers can win in a row. */
const ATTEMPTS = 100;

/** The vault at one moment with the key to its records. */
export interface Unlocked extends Snapshot {
  readonly vaultKey: VaultKey;
}

/** What a change comes to. */
export interface Plan<T> {
  readonly result: T;
  /** What to store; nothing is written when there is none. */
  readonly records: readonly PlainRecord[];
}

/** One page's way to the vault: unlocking, reading, and writing without losing others' changes. */
export class Session {
  readonly #connection: Connection;
  readonly #signals: Signals;
  readonly #exclusive: Exclusive;
  readonly #now: () => number;
  #vaultKey: VaultKey | undefined;
  #locked = false;

  constructor(database: string, now: () => number) {
    const name = `${database}-vault`;
    this.#now = now;
    this.#exclusive = exclusive(name);
    this.#signals = new Signals(name, () => {
      void this.#catchUp();
    });
    this.#connection = new Connection(database, () => {
      this.#signals.notify();
    });
  }

  get locked(): boolean {
    return this.#locked;
  }

  subscribe(listener: () => void): () => void {
    return this.#signals.subscribe(listener);
  }

  close(): void {
    this.#connection.close();
    this.#signals.close();
    this.#vaultKey = undefined;
  }

  /**
   * Reads what is wanted; undefined while there is no vault.
   *
   * @throws VaultError `locked` and what storage throws
   */
  async read(wanted: Wanted): Promise<Unlocked | undefined> {
    const snapshot = await this.#connection.run(false, (database) =>
      readSnapshot(database, wanted),
    );
    if (snapshot === undefined) {
      this.#locked = false;
      return undefined;
    }
    checkHeader(snapshot.header);
    return { ...snapshot, vaultKey: await this.#unlock(snapshot) };
  }

  /**
   * Reads what is wanted, lets `plan` decide, and stores that, making the vault first if
   * there is none. When another writer came in between, all of it is done again on what
   * that one left, so `plan` may run more than once.
   *
   * @throws VaultError `locked`, `quota-exceeded`, `busy`, and what `plan` or storage throws
   */
  async write<T>(
    wanted: Wanted,
    plan: (current: Unlocked | undefined) => Plan<T> | Promise<Plan<T>>,
  ): Promise<T> {
    return this.#exclusive(async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const current = await this.read(wanted);
        const { result, records } = await plan(current);
        if (records.length === 0 || (await this.#store(current, records))) return result;
      }
      throw new VaultError('busy');
    });
  }

  async #store(current: Unlocked | undefined, records: readonly PlainRecord[]): Promise<boolean> {
    const base = current ?? (await newVault(this.#now()));
    const { header, vaultKey } = base;
    const sealed = await sealAll(vaultKey, records);
    const stored = await this.#connection.run(true, (database) =>
      commit(database, current?.header, {
        header: { ...header, revision: header.revision + 1 },
        slots: 'slot' in base ? [base.slot] : [],
        deviceKeys: 'slot' in base ? [base.deviceKey] : [],
        ...sealed,
      }),
    );
    if (stored !== true) return false;
    this.#vaultKey = vaultKey;
    this.#signals.announce();
    return true;
  }

  async #unlock({ header, slots, deviceKeys }: Snapshot): Promise<VaultKey> {
    if (this.#vaultKey?.vault !== header.id) {
      const key = await unlockByDevice(header.id, slots, deviceKeys);
      this.#vaultKey = key && { vault: header.id, key };
    }
    this.#locked = this.#vaultKey === undefined;
    if (this.#vaultKey === undefined) throw new VaultError('locked');
    return this.#vaultKey;
  }

  /** Another tab wrote: `locked` is brought up to date before the listeners ask. */
  async #catchUp(): Promise<void> {
    // The listeners meet the same error when they read.
    await this.read({}).catch(() => undefined);
    this.#signals.notify();
  }
}

async function sealAll(
  vaultKey: VaultKey,
  records: readonly PlainRecord[],
): Promise<{ entries: SealedRecord[]; walks: SealedRecord[] }> {
  const entries: SealedRecord[] = [];
  const walks: SealedRecord[] = [];
  for (const record of records) {
    const sealed = await sealRecord(vaultKey, record);
    record.bytes.fill(0);
    (record.kind === 'entry' ? entries : walks).push(sealed);
  }
  return { entries, walks };
}

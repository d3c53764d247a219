import { Connection } from './connection.browser.ts';
import type { OpenKey } from './data-key.ts';
import { unlockByDevice } from './device-slot.browser.ts';
import { VaultError } from './errors.ts';
import type { Exclusive } from './exclusive.browser.ts';
import { exclusive } from './exclusive.browser.ts';
import type { HeaderProblem } from './header-watch.browser.ts';
import { HeaderWatch } from './header-watch.browser.ts';
import type { HeaderSettings } from './header.ts';
import { checkHeader } from './header.ts';
import { newVault } from './new-vault.browser.ts';
import type { PlainRecord } from './records.ts';
import { Signals } from './signals.browser.ts';
import type { SlotRecord } from './slot.ts';
import type { Snapshot, Wanted } from './transactions.browser.ts';
import { commit, readSnapshot } from './transactions.browser.ts';
import { prepare } from './writes.browser.ts';

/** Far more than other tabs' writers can win in a row. */
const ATTEMPTS = 100;

/** The vault at one moment with the key to its records. */
export interface Unlocked extends Snapshot {
  readonly vaultKey: OpenKey;
}

/** What a change comes to; nothing is written when it only has a result. */
export interface Plan<T> {
  readonly result: T;
  /** What to store. An entry's record becomes an earlier version, if it was read. */
  readonly records?: readonly PlainRecord[];
  /** Ids of entries to remove, whose records become earlier versions, if they were read. */
  readonly removed?: readonly string[];
  /** Ids of entries to remove with all earlier versions. */
  readonly purged?: readonly string[];
  /** All slots that there are to be. */
  readonly slots?: readonly SlotRecord[];
  readonly settings?: HeaderSettings;
}

/** One page's way to the vault: unlocking, reading, and writing without losing others' changes. */
export class Session {
  readonly #connection: Connection;
  readonly #signals: Signals;
  readonly #exclusive: Exclusive;
  readonly #watch: HeaderWatch;
  readonly now: () => number;
  readonly name: string;
  #vaultKey: OpenKey | undefined;
  #locked = false;
  /** Somebody locked the vault; the device slot alone does not open it again. */
  #shut = false;
  #lockable = false;
  /** Goes up with each locking, so that what was begun before it is not handed out after it. */
  #era = 0;

  constructor(database: string, now: () => number) {
    this.name = `${database}-vault`;
    this.now = now;
    this.#exclusive = exclusive(this.name);
    this.#watch = new HeaderWatch(`${database}-seen`);
    this.#signals = new Signals(this.name, (message) => {
      if (message === 'lock') this.#drop();
      else void this.#catchUp();
    });
    this.#connection = new Connection(database, () => {
      this.#signals.notify();
    });
  }

  get locked(): boolean {
    return this.#locked;
  }

  get lockable(): boolean {
    return this.#lockable;
  }

  get problem(): HeaderProblem | undefined {
    return this.#watch.problem;
  }

  subscribe(listener: () => void): () => void {
    return this.#signals.subscribe(listener);
  }

  /** Lets the keys go in all tabs; the listeners are told. */
  lock(): void {
    if (!this.#lockable) return;
    this.#signals.tell('lock');
    this.#drop();
  }

  /** Goes on with a key that a slot gave. */
  unlocked(vaultKey: OpenKey): void {
    this.#vaultKey = vaultKey;
    this.#locked = false;
    this.#shut = false;
    this.#signals.notify();
  }

  close(): void {
    this.#connection.close();
    this.#signals.close();
    this.#watch.close();
    this.#vaultKey = undefined;
  }

  /** What is stored, without a key; undefined while there is no vault. */
  async peek(wanted: Wanted = {}): Promise<Snapshot | undefined> {
    const snapshot = await this.#connection.run(false, (database) =>
      readSnapshot(database, wanted),
    );
    if (snapshot !== undefined) checkHeader(snapshot.header);
    this.#lockable = snapshot?.slots.some(({ kind }) => kind !== 'device') ?? false;
    return snapshot;
  }

  /** Whether slots and header differ from what this browser stored last; needs no key. */
  differsFromSeen(snapshot: Snapshot): Promise<boolean> {
    return this.#watch.differs(snapshot);
  }

  /**
   * Reads what is wanted and has `use` make something of it, which is not handed out when
   * the vault was locked meanwhile; `use` gets undefined while there is no vault.
   *
   * @throws VaultError `locked` and what storage or `use` throws
   */
  async read<T>(
    wanted: Wanted,
    use: (current: Unlocked | undefined) => T | Promise<T>,
  ): Promise<T> {
    const era = this.#era;
    const result = await use(await this.#open(wanted));
    if (era !== this.#era) throw new VaultError('locked');
    return result;
  }

  /**
   * Reads what is wanted, lets `plan` decide, and stores that, making the vault first if
   * there is none. When another writer came in between, all of it is done again on what
   * that one left, so `plan` may run more than once.
   *
   * @param despite Also where the header has a problem, which that sets right.
   * @throws VaultError `locked`, `header-tampered`, `rolled-back`, `newer-schema`, `quota-exceeded`,
   * `busy`, and what `plan` or storage throws
   */
  async write<T>(
    wanted: Wanted,
    plan: (current: Unlocked) => Plan<T> | Promise<Plan<T>>,
    despite = false,
  ): Promise<T> {
    return this.#exclusive(async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const current = (await this.#open(wanted)) ?? (await newVault(this.now()));
        const { problem } = this;
        const settled = despite && problem !== 'newer-schema';
        if (problem !== undefined && !settled) throw new VaultError(problem);
        const { result, ...changes } = await plan(current);
        if (await this.#store(current, changes)) return result;
      }
      throw new VaultError('busy');
    });
  }

  async #open(wanted: Wanted): Promise<Unlocked | undefined> {
    const known = this.#watch.known;
    const snapshot = await this.peek(wanted);
    if (snapshot === undefined) {
      this.#locked = false;
      this.#shut = false;
      this.#watch.nothing();
      return undefined;
    }
    if (known?.id !== snapshot.header.id) {
      await this.#watch.learn(snapshot.header.id);
      return this.#open(wanted);
    }
    const vaultKey = await this.#unlock(snapshot);
    await this.#watch.check(vaultKey.mac, snapshot, known);
    return { ...snapshot, vaultKey };
  }

  async #store(current: Unlocked, changes: Omit<Plan<never>, 'result'>): Promise<boolean> {
    if (Object.values(changes).every((part) => Array.isArray(part) && part.length === 0)) {
      return true;
    }
    const from = current.header.revision === 0 ? undefined : current.header;
    const writes = await prepare(
      current,
      changes,
      this.#watch.nextRevision(current.header),
      this.now(),
    );
    const stored = await this.#connection.run(true, (database) => commit(database, from, writes));
    if (stored !== true) return false;
    if (from === undefined) this.#vaultKey = current.vaultKey;
    if (changes.slots) this.#lockable = changes.slots.some(({ kind }) => kind !== 'device');
    this.#watch.stored(writes.header, changes.slots ?? current.slots);
    this.#signals.announce();
    return true;
  }

  async #unlock({ header, slots, deviceKeys }: Snapshot): Promise<OpenKey> {
    if (this.#vaultKey?.vault !== header.id) {
      const era = this.#era;
      const key = this.#shut ? undefined : await unlockByDevice(header.id, slots, deviceKeys);
      if (era !== this.#era) throw new VaultError('locked');
      // Meanwhile a slot may have been unlocked by hand.
      if (this.#vaultKey?.vault !== header.id) this.#vaultKey = key;
    }
    this.#locked = this.#vaultKey === undefined;
    if (this.#vaultKey === undefined) throw new VaultError('locked');
    return this.#vaultKey;
  }

  #drop(): void {
    this.#era += 1;
    this.#shut = true;
    this.#locked = true;
    this.#vaultKey = undefined;
    this.#signals.notify();
  }

  /** Another tab wrote: `locked` is brought up to date before the listeners ask. */
  async #catchUp(): Promise<void> {
    // The listeners meet the same error when they read.
    await this.#open({}).catch(() => undefined);
    this.#signals.notify();
  }
}

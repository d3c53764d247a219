import type { VaultAccess } from './access.browser.ts';
import type { VaultArchive } from './archive.browser.ts';
import type { VaultCodeSettings } from './code-settings.browser.ts';
import type { Entry, EntryDraft, Identity } from './entry.ts';
import { encodeEntry } from './entry-bytes.ts';
import type { Outcome } from './entry-rules.ts';
import * as rules from './entry-rules.ts';
import { VaultError, unreadableReason } from './errors.ts';
import type { DeriveKey } from './kdf.ts';
import type { HeaderProblem } from './header-watch.browser.ts';
import type { KeptEntry } from './kept-entry.ts';
import { askToPersist, isPersisted } from './persistence.browser.ts';
import { platform } from './platform.browser.ts';
import type { PlainRecord, Unreadable } from './records.ts';
import { nextVersion, openEntries, openRecord } from './records.ts';
import type { Unlocked } from './session.browser.ts';
import { Session } from './session.browser.ts';
import { DATABASE } from './store.browser.ts';
import { KEPT_FOR } from './writes.browser.ts';
import type { Walk } from './walk.ts';
import { decodeWalk, encodeWalk } from './walk.ts';

export interface VaultOptions {
  /** Name of the database; its lock and channel are named after it. */
  readonly database?: string;
  /** Milliseconds since the Unix epoch. */
  readonly now?: () => number;
}

/**
 * Opens the vault of this browser. Nothing is made or stored before the first write.
 *
 * @throws VaultError `storage-unavailable`, `newer-schema`, `upgrade-blocked`,
 * `crypto-unavailable` or, for a broken header, `tampered`
 */
export async function openVault(options: VaultOptions = {}): Promise<Vault> {
  if (platform.crypto?.subtle === undefined) throw new VaultError('crypto-unavailable');
  const now = options.now ?? Date.now;
  const session = new Session(options.database ?? DATABASE, now);
  try {
    await session.read({}, () => undefined);
  } catch (error) {
    if (!(error instanceof VaultError && error.code === 'locked')) {
      session.close();
      throw error;
    }
  }
  return new Vault(session, now);
}

/**
 * The entries and walks of this browser. Every method that changes an entry resolves
 * when the change is on disk, gives the entry as it is then, and throws a VaultError:
 * `locked`, `not-found`, `quota-exceeded`, `storage-unavailable`, `busy` or `closed`,
 * or the reason why the entry cannot be read. Two tabs may write at once.
 */
export class Vault {
  readonly #session: Session;
  readonly #now: () => number;
  #askedToPersist = false;

  /** Use `openVault`. */
  constructor(session: Session, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  /** `locked` after `lock`, or when there is a vault and no slot at hand opens it; else `unlocked`. */
  get state(): 'unlocked' | 'locked' {
    return this.#session.locked ? 'locked' : 'unlocked';
  }

  /**
   * What is wrong with the vault as a whole, as of the last read: its list of ways to
   * unlock was changed from outside, it is an older copy of itself, or a newer version of
   * this code wrote it. Entries can be read; every change is refused with this code, until
   * `VaultAccess.acceptHeader` where that can settle it. The sentence is that of `new VaultError(code)`.
   */
  get problem(): HeaderProblem | undefined {
    return this.#session.problem;
  }

  /** Whether `lock` does something: there is a way to unlock besides the device's own. */
  get lockable(): boolean {
    return this.#session.lockable;
  }

  /**
   * Locks in all tabs at once: keys are let go, and every method that needs them rejects
   * with `locked`, what is being read included. Listeners are told; what they show is
   * theirs to take away. Where not `lockable`, nothing happens.
   */
  lock(): void {
    this.#session.lock();
  }

  /** Unlocking and the ways to unlock; loaded on demand. `derive` is `deriveInWorker()`. */
  async access(derive: DeriveKey): Promise<VaultAccess> {
    const { VaultAccess } = await import('./access.browser.ts');
    return new VaultAccess(this.#session, derive);
  }

  /** History, backups, recovery codes and taking entries in; loaded on demand. */
  async archive(): Promise<VaultArchive> {
    const { VaultArchive } = await import('./archive.browser.ts');
    return new VaultArchive(this.#session);
  }

  /** How this person wants codes shown and copied; loaded on demand. */
  async codeSettings(): Promise<VaultCodeSettings> {
    const { VaultCodeSettings } = await import('./code-settings.browser.ts');
    return new VaultCodeSettings(this.#session);
  }

  /**
   * All entries, the newest first, those in the trash (`deletedAt`) included, and the
   * records that cannot be read, which stay where they are.
   */
  async list(): Promise<{ entries: Entry[]; unreadable: Unreadable[] }> {
    const { kept, unreadable } = await this.#session.read({ entries: 'all' }, readEntries);
    return { entries: kept.map(({ entry }) => entry).sort(newestFirst), unreadable };
  }

  /**
   * Stores a capture as a pending entry and marks those whose place it takes as replaced;
   * a secret that is here already gives its entry back instead of a second one
   * (`entry-rules.ts`). Compare `identity` with what was asked for: an entry keeps its own.
   * The secret is copied. The first save asks the browser to keep this site's data.
   *
   * @throws VaultError also `invalid-entry`
   */
  async capture(draft: EntryDraft): Promise<Entry> {
    const otp = { ...draft.otp, secret: draft.otp.secret.slice() };
    const entry = await this.#change('all', undefined, (all) =>
      rules.capture(all, { ...draft, otp }, crypto.randomUUID(), this.#now()),
    );
    if (!this.#askedToPersist) askToPersist();
    this.#askedToPersist = true;
    return entry;
  }

  /** Says whose entry it is, and marks older ones of the same identity as replaced. */
  identify(id: string, identity: Identity): Promise<Entry> {
    return this.#change('all', id, (all) => rules.identify(all, id, identity, this.#now()));
  }

  /** The service took the codes: the entry is active, and out of the trash. */
  accept(id: string): Promise<Entry> {
    return this.#changeOne(id, rules.accept);
  }

  /** Takes `accept` back: pending. */
  reopen(id: string): Promise<Entry> {
    return this.#changeOne(id, rules.reopen);
  }

  /** Makes a replaced entry what it was before; the one that replaced it stays as it is. */
  restore(id: string): Promise<Entry> {
    return this.#changeOne(id, rules.restore);
  }

  /** Gives an entry the person's own name; an empty one takes it away. */
  rename(id: string, name: string): Promise<Entry> {
    return this.#changeOne(id, (kept, now) => rules.rename(kept, name, now));
  }

  trash(id: string): Promise<Entry> {
    return this.#changeOne(id, rules.trash);
  }

  untrash(id: string): Promise<Entry> {
    return this.#changeOne(id, rules.untrash);
  }

  /**
   * The counter to make the next code with (RFC 4226). By the time it resolves the one
   * after it is stored, so no tab and no reload gives the same counter again.
   *
   * @throws VaultError also `not-hotp`
   */
  async nextCounter(id: string): Promise<number> {
    const { otp } = await this.#changeOne(id, rules.advance);
    if (otp.type !== 'hotp') throw new VaultError('not-hotp');
    return otp.counter - 1;
  }

  /** How far the person is in a guide; undefined when unknown or unreadable. */
  readWalk(guide: string): Promise<Walk | undefined> {
    return this.#session.read({ walk: guide }, async (current) => {
      if (current?.walk === undefined) return undefined;
      try {
        return await openRecord(current.vaultKey, 'walk', current.walk, decodeWalk);
      } catch (error) {
        if (unreadableReason(error) === undefined) throw error;
        return undefined;
      }
    });
  }

  /** Stores how far the person is in a guide, by the guide's slug. */
  writeWalk(guide: string, walk: Walk): Promise<void> {
    const text = encodeWalk(walk);
    return this.#session.write({ walk: guide }, (current) => {
      const version = nextVersion(current.walk?.version);
      return {
        result: undefined,
        records: [{ kind: 'walk', id: guide, version, bytes: text.slice() }],
      };
    });
  }

  /** Calls `listener` after each change to the vault, in this tab or another, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    return this.#session.subscribe(listener);
  }

  /** Whether the browser has promised not to clear this site's data by itself. */
  persisted(): Promise<boolean> {
    return isPersisted();
  }

  /** Ends the connection; what is under way may fail with `closed`. */
  close(): void {
    this.#session.close();
  }

  /** What has been in the trash for longer than that is kept; the other writers tidy up with theirs. */
  #expired(all: readonly KeptEntry[]): string[] {
    const since = this.#now() - KEPT_FOR;
    return all.flatMap(({ entry: { id, deletedAt = since } }) => (deletedAt < since ? [id] : []));
  }

  #changeOne(id: string, rule: (kept: KeptEntry, now: number) => Outcome): Promise<Entry> {
    return this.#change({ id }, id, (found) => rule(rules.find(found, id), this.#now()));
  }

  #change(
    wanted: 'all' | { readonly id: string },
    id: string | undefined,
    rule: (found: readonly KeptEntry[]) => Outcome,
  ): Promise<Entry> {
    return this.#session.write({ entries: wanted }, async (current) => {
      const { kept, unreadable } = await readEntries(current);
      const broken = unreadable.find((record) => record.id === id);
      if (broken !== undefined) throw new VaultError(broken.reason);
      const { result, changed } = rule(kept);
      const versions = new Map(current.entries.map((record) => [record.id, record.version]));
      const records = changed.map((next): PlainRecord => {
        const version = nextVersion(versions.get(next.entry.id));
        return { kind: 'entry', id: next.entry.id, version, bytes: encodeEntry(next) };
      });
      return {
        result: result.entry,
        records,
        purged: changed.length > 0 ? this.#expired(kept) : [],
      };
    });
  }
}

async function readEntries(
  current: Unlocked | undefined,
): Promise<{ kept: KeptEntry[]; unreadable: Unreadable[] }> {
  if (current === undefined) return { kept: [], unreadable: [] };
  return openEntries(current.vaultKey, current.entries);
}

function newestFirst(a: Entry, b: Entry): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}

import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry, EntryDraft, Identity } from './entry.ts';
import { VaultError } from './errors.ts';
import { sameIdentity } from './identity.ts';
import type { KeptEntry } from './kept-entry.ts';

/** What a rule decided: the entry it was about and all entries to store, in one write. */
export interface Outcome {
  readonly result: KeptEntry;
  /** Empty when everything already is as it should be. */
  readonly changed: readonly KeptEntry[];
}

/**
 * Takes in a capture as a pending entry. Usable entries for the same issuer, account
 * and identity become replaced; none is removed.
 *
 * The same secret with the same parameters is the same entry, not a second one: a
 * usable one stays as it is, and so do the others; one that was replaced or in the
 * trash becomes pending, and those that had taken its place become replaced. A guide
 * or an identity that it lacked is filled in; one that it has is kept, for `identify`
 * to change. A counter never goes back.
 */
export function capture(
  all: readonly KeptEntry[],
  draft: EntryDraft,
  id: string,
  now: number,
): Outcome {
  const twin = all.find(({ entry }) => sameSecret(entry.otp, draft.otp));
  if (twin === undefined) {
    const { otp, guide, identity } = draft;
    const created: KeptEntry = {
      entry: { id, otp, guide, identity, status: 'pending', createdAt: now, updatedAt: now },
    };
    return { result: created, changed: [created, ...supersede(all, created.entry, now)] };
  }
  const { entry } = twin;
  const wasUsable = isUsable(entry);
  const revived: Entry = {
    ...entry,
    otp: laterCounter(entry.otp, draft.otp),
    guide: entry.guide ?? draft.guide,
    identity: entry.identity ?? draft.identity,
    status: wasUsable ? entry.status : 'pending',
    deletedAt: undefined,
  };
  const outcome = change(twin, revived, now);
  const sameGroup = wasUsable && sameIdentity(revived.identity, entry.identity);
  return sameGroup
    ? outcome
    : { ...outcome, changed: [...outcome.changed, ...supersede(all, revived, now)] };
}

/**
 * Says afterwards whose entry it is. If it is usable, older usable entries for the same
 * issuer, account and identity become replaced; newer ones stay.
 */
export function identify(
  all: readonly KeptEntry[],
  id: string,
  identity: Identity,
  now: number,
): Outcome {
  const kept = find(all, id);
  const { entry } = kept;
  if (sameIdentity(entry.identity, identity)) return unchanged(kept);
  const outcome = change(kept, { ...entry, identity }, now);
  if (!isUsable(entry)) return outcome;
  const older = all.filter((other) => other.entry.createdAt <= entry.createdAt);
  const replaced = supersede(older, outcome.result.entry, now);
  return { ...outcome, changed: [...outcome.changed, ...replaced] };
}

/**
 * The service took the codes: active, whatever it was before, and out of the trash,
 * where a secret in use must not wait to be removed. Other entries stay as they are.
 */
export function accept(kept: KeptEntry, now: number): Outcome {
  return change(kept, { ...kept.entry, status: 'active', deletedAt: undefined }, now);
}

/** Undoes `accept`: pending again; a replaced entry stays so and will be pending once restored. */
export function reopen(kept: KeptEntry, now: number): Outcome {
  const { entry, formerly, extra } = kept;
  if (entry.status !== 'replaced') return change(kept, { ...entry, status: 'pending' }, now);
  if (formerly !== 'active') return unchanged(kept);
  return changed({ entry: { ...entry, updatedAt: now }, formerly: 'pending', extra });
}

/**
 * Makes a replaced entry again what it was before, pending or active. The entry that
 * had replaced it stays usable too: which one the service still takes is not known here.
 */
export function restore(kept: KeptEntry, now: number): Outcome {
  const { entry, formerly } = kept;
  if (entry.status !== 'replaced') return unchanged(kept);
  return change(kept, { ...entry, status: formerly ?? 'pending' }, now);
}

/** Sets the person's own name; an empty one takes it away. */
export function rename(kept: KeptEntry, name: string, now: number): Outcome {
  const trimmed = name.trim();
  return change(kept, { ...kept.entry, name: trimmed === '' ? undefined : trimmed }, now);
}

/** Puts an entry in the trash, where it keeps its status. */
export function trash(kept: KeptEntry, now: number): Outcome {
  return change(kept, { ...kept.entry, deletedAt: kept.entry.deletedAt ?? now }, now);
}

/** Takes an entry out of the trash. Other entries stay as they are. */
export function untrash(kept: KeptEntry, now: number): Outcome {
  return change(kept, { ...kept.entry, deletedAt: undefined }, now);
}

/**
 * Moves a counter on by one.
 *
 * @throws VaultError `not-hotp` for entries without a counter.
 */
export function advance(kept: KeptEntry, now: number): Outcome {
  const { otp } = kept.entry;
  if (otp.type !== 'hotp') throw new VaultError('not-hotp');
  return change(kept, { ...kept.entry, otp: { ...otp, counter: otp.counter + 1 } }, now);
}

/** The entry with this id, or `not-found`. */
export function find(all: readonly KeptEntry[], id: string): KeptEntry {
  const found = all.find(({ entry }) => entry.id === id);
  if (found === undefined) throw new VaultError('not-found');
  return found;
}

function isUsable(entry: Entry): boolean {
  return entry.status !== 'replaced' && entry.deletedAt === undefined;
}

/** What becomes of the usable entries that stand for the same issuer, account and identity. */
function supersede(all: readonly KeptEntry[], by: Entry, now: number): KeptEntry[] {
  return all.flatMap(({ entry, extra }) =>
    entry.status !== 'replaced' && isUsable(entry) && entry.id !== by.id && sameHolder(entry, by)
      ? [{ entry: { ...entry, status: 'replaced', updatedAt: now }, formerly: entry.status, extra }]
      : [],
  );
}

/** Entries with neither account nor identity name nobody, so they are never the same. */
function sameHolder(a: Entry, b: Entry): boolean {
  if (a.otp.account === '' && a.identity === undefined) return false;
  return (
    a.otp.issuer === b.otp.issuer &&
    a.otp.account === b.otp.account &&
    sameIdentity(a.identity, b.identity)
  );
}

/** Whether both are the same secret with the same parameters; where a counter stands aside. */
export function sameSecret(a: OtpParameters, b: OtpParameters): boolean {
  return (
    a.type === b.type &&
    a.issuer === b.issuer &&
    a.account === b.account &&
    a.algorithm === b.algorithm &&
    a.digits === b.digits &&
    (a.type === 'hotp' || b.type === 'hotp' || a.period === b.period) &&
    a.secret.length === b.secret.length &&
    a.secret.every((byte, index) => byte === b.secret[index])
  );
}

/** The kept parameters with the later of both counters. */
export function laterCounter(kept: OtpParameters, captured: OtpParameters): OtpParameters {
  return kept.type === 'hotp' && captured.type === 'hotp' && captured.counter > kept.counter
    ? { ...kept, counter: captured.counter }
    : kept;
}

function unchanged(kept: KeptEntry): Outcome {
  return { result: kept, changed: [] };
}

function changed(kept: KeptEntry): Outcome {
  return { result: kept, changed: [kept] };
}

/** The outcome of giving an entry new values: none is stored when all are as before. */
export function change(kept: KeptEntry, next: Entry, now: number): Outcome {
  const before = kept.entry;
  const names = Object.keys(next) as (keyof Entry)[];
  if (names.every((name) => next[name] === before[name])) return unchanged(kept);
  const formerly = next.status === 'replaced' ? kept.formerly : undefined;
  return changed({ entry: { ...next, updatedAt: now }, formerly, extra: kept.extra });
}

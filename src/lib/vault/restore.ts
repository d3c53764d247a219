import { sameBytes } from './bytes.ts';
import type { Entry, EntryDraft } from './entry.ts';
import { laterCounter, sameSecret } from './entry-rules.ts';
import { sameIdentity } from './identity.ts';
import type { BackedUpEntry, KeptEntry } from './kept-entry.ts';
import type { KeptNote } from './note.ts';
import { sameNote } from './note-rules.ts';
import { sameTags } from './tags.ts';

/** What can be taken in: an entry of a backup, or a draft from a list of links. */
export type Incoming = BackedUpEntry | EntryDraft;

/**
 * What becomes of an incoming entry: `added`, as nothing like it is here; `same`, it is
 * here already and stays; `differs`, one for the same account or with the same secret is
 * here, and the person chooses.
 */
export type RestoreVerdict = 'added' | 'same' | 'differs';

export interface RestoreItem {
  /** Place in the list that came in, from 0: the key of its choice. */
  readonly index: number;
  readonly verdict: RestoreVerdict;
  readonly incoming: Incoming;
  /** What is here; absent when added. */
  readonly current?: Entry | undefined;
}

/** A report of what restoring would do, in the order of the list that came in. */
export interface RestorePlan {
  readonly items: readonly RestoreItem[];
  readonly added: readonly RestoreItem[];
  readonly same: readonly RestoreItem[];
  readonly differs: readonly RestoreItem[];
}

/**
 * For an item that differs: keep `both`, only the `current` one, or put the `incoming`
 * one in its place, where the current becomes an earlier version of it.
 */
export type RestoreChoice = 'both' | 'current' | 'incoming';

/** One entry of the vault in a backup drill. */
export interface DrillItem {
  readonly entry: Entry;
  /** `restorable`: the backup has it as it is now; `older`: as it was; `missing`: not at all. */
  readonly verdict: 'restorable' | 'older' | 'missing';
}

/** How many notes of recovery codes a backup would bring back as they are. */
interface NoteDrill {
  readonly restorable: number;
  readonly total: number;
}

/** Whether a backup would bring all entries back: "7 of 7". The trash is not counted. */
interface EntryDrill extends NoteDrill {
  readonly items: readonly DrillItem[];
}

export interface DrillReport extends EntryDrill {
  readonly notes: NoteDrill;
}

/** What restoring these entries into those would do. */
export function planRestore(current: readonly Entry[], incoming: readonly Incoming[]): RestorePlan {
  const items = incoming.map((one, index): RestoreItem => {
    const counterpart = counterpartOf(one, current);
    if (counterpart !== undefined) {
      const verdict = isThere(one, counterpart) ? 'same' : 'differs';
      return { index, verdict, incoming: one, current: counterpart };
    }
    const twice = incoming.slice(0, index).some((other) => sameSecret(other.otp, one.otp));
    return { index, verdict: twice ? 'same' : 'added', incoming: one };
  });
  const having = (verdict: RestoreVerdict) => items.filter((item) => item.verdict === verdict);
  return { items, added: having('added'), same: having('same'), differs: having('differs') };
}

/** What a restore stores. */
export interface RestoreOutcome {
  readonly added: readonly KeptEntry[];
  /** New states of entries that are here. */
  readonly replaced: readonly KeptEntry[];
  /** Which entry here each incoming one is now, by their ids. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What restoring comes to, with the choices made for what differs. */
export function restoreOutcome(
  { items }: RestorePlan,
  choices: ReadonlyMap<number, RestoreChoice>,
  isTaken: (id: string) => boolean,
  now: number,
): RestoreOutcome {
  const added: KeptEntry[] = [];
  const replaced = new Map<string, KeptEntry>();
  const ids = new Map<string, string>();
  for (const { index, verdict, incoming, current } of items) {
    const choice = verdict === 'differs' ? (choices.get(index) ?? 'both') : verdict;
    const incomingId = 'id' in incoming ? incoming.id : '';
    if (current !== undefined) ids.set(incomingId, current.id);
    if (choice === 'added' || choice === 'both') {
      const id = incomingId !== '' && !isTaken(incomingId) ? incomingId : crypto.randomUUID();
      ids.set(incomingId, id);
      const { entry, ...beside } = asKept(incoming, now);
      added.push({ entry: { ...entry, id }, ...beside });
    } else if (choice === 'incoming' && current !== undefined) {
      const { id, createdAt } = current;
      const otp = sameBytes(current.otp.secret, incoming.otp.secret)
        ? laterCounter(incoming.otp, current.otp)
        : incoming.otp;
      const { entry, ...beside } = asKept(incoming, now);
      replaced.set(id, { entry: { ...entry, id, createdAt, otp, updatedAt: now }, ...beside });
    }
  }
  return { added, replaced: [...replaced.values()], ids };
}

/** Whether a backup's entries are all that is in use. */
export function drill(current: readonly Entry[], backup: readonly Entry[]): EntryDrill {
  const items = current
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map((entry): DrillItem => {
      const found = backup.find(({ id }) => id === entry.id);
      if (found === undefined) return { entry, verdict: 'missing' };
      return { entry, verdict: sameEntry(found, entry) ? 'restorable' : 'older' };
    });
  const restorable = items.filter(({ verdict }) => verdict === 'restorable').length;
  return { items, restorable, total: items.length };
}

/** The same of the notes. */
export function drillNotes(current: readonly KeptNote[], backup: readonly KeptNote[]): NoteDrill {
  const notes = current.filter(({ note }) => note.deletedAt === undefined);
  const safe = notes.filter((kept) => backup.some(({ note }) => sameNote(note, kept.note)));
  return { restorable: safe.length, total: notes.length };
}

/** The entry that an incoming one is, or competes with; the closest there is. */
function counterpartOf(incoming: Incoming, current: readonly Entry[]): Entry | undefined {
  return (
    current.find(({ otp }) => sameSecret(otp, incoming.otp)) ??
    current.find(({ id }) => 'id' in incoming && id === incoming.id) ??
    current.find(({ otp }) => sameBytes(otp.secret, incoming.otp.secret)) ??
    (isInUse(incoming)
      ? current.find((entry) => isInUse(entry) && sameHolder(entry, incoming))
      : undefined)
  );
}

/** Whether the vault loses nothing by leaving the incoming entry out. */
function isThere(incoming: Incoming, current: Entry): boolean {
  if (!sameSecret(incoming.otp, current.otp)) return false;
  if (isAhead(incoming.otp, current.otp)) return false;
  const { name, note, tags = [], pinned, deletedAt }: Partial<Entry> = incoming;
  if (deletedAt === undefined && current.deletedAt !== undefined) return false;
  return (
    (name === undefined || name === current.name) &&
    (note === undefined || note === current.note) &&
    (pinned === undefined || pinned === current.pinned) &&
    tags.every((tag) => current.tags?.includes(tag))
  );
}

function isAhead(incoming: Entry['otp'], current: Entry['otp']): boolean {
  return laterCounter(current, incoming) !== current;
}

function isInUse(entry: Incoming): boolean {
  const { status, deletedAt }: Partial<Entry> = entry;
  return status !== 'replaced' && deletedAt === undefined;
}

function sameHolder(a: Incoming, b: Incoming): boolean {
  const named = a.otp.account !== '' || a.identity !== undefined;
  return (
    named &&
    a.otp.issuer === b.otp.issuer &&
    a.otp.account === b.otp.account &&
    sameIdentity(a.identity, b.identity)
  );
}

/** What else makes an entry in a backup the one that is here. */
const FIELDS = [
  ...(['guide', 'status', 'name', 'note', 'pinned'] as const),
  ...(['createdAt', 'updatedAt', 'deletedAt'] as const),
];

function sameEntry(a: Entry, b: Entry): boolean {
  return (
    sameSecret(a.otp, b.otp) &&
    !isAhead(a.otp, b.otp) &&
    !isAhead(b.otp, a.otp) &&
    sameIdentity(a.identity, b.identity) &&
    sameTags(a.tags, b.tags) &&
    FIELDS.every((field) => a[field] === b[field])
  );
}

/** A draft comes from another app, where its codes are in use: it is active. */
function asKept(incoming: Incoming, now: number): KeptEntry {
  const otp = { ...incoming.otp, secret: incoming.otp.secret.slice() };
  if ('id' in incoming) {
    const { beside, ...entry } = incoming;
    return { entry: { ...entry, otp }, ...beside };
  }
  const { guide, identity } = incoming;
  return {
    entry: { id: '', otp, guide, identity, status: 'active', createdAt: now, updatedAt: now },
  };
}

import type { Entry, EntryDraft } from './entry.ts';

/** What can be taken in: an entry of a backup, or a draft from a list of links. */
export type Incoming = Entry | EntryDraft;

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

/** Whether a backup would bring everything back: "7 of 7". The trash is not counted. */
export interface DrillReport {
  readonly items: readonly DrillItem[];
  readonly restorable: number;
  readonly total: number;
}

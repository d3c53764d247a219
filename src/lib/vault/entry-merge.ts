import { sameBytes } from './bytes.ts';
import type { Entry, EntryStatus } from './entry.ts';
import { MOST_TAGS } from './entry-edit.ts';
import { change, find, laterCounter, trash, type Outcome } from './entry-rules.ts';
import { VaultError } from './errors.ts';
import type { KeptEntry } from './kept-entry.ts';
import { tagKey } from './tags.ts';

/** The best that any of the merged entries is. */
const BEST: readonly EntryStatus[] = ['active', 'pending', 'replaced'];

/**
 * Entries in use that hold the same secret under several names, as groups of two or more
 * in the order of the list; usually one account that was taken in twice.
 */
export function duplicates(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<number, Entry[][]>();
  for (const entry of entries) {
    if (entry.deletedAt !== undefined) continue;
    const { secret } = entry.otp;
    // A secret never becomes a string, so a number stands for it; equal numbers are compared.
    const key = secret.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0);
    const alike = groups.get(key) ?? [];
    groups.set(key, alike);
    const group = alike.find(([first]) => first && sameBytes(first.otp.secret, secret));
    if (group === undefined) alike.push([entry]);
    else group.push(entry);
  }
  return [...groups.values()].flat().filter((group) => group.length > 1);
}

/**
 * The entry of a group that is the best to keep: of the best status, pinned or named by the
 * person, or else the first that came.
 */
export function preferred(group: readonly Entry[]): Entry | undefined {
  const worth = ({ status, pinned, name }: Entry): number =>
    4 * (2 - BEST.indexOf(status)) + 2 * Number(pinned ?? false) + Number(name !== undefined);
  return [...group].sort((a, b) => worth(b) - worth(a) || a.createdAt - b.createdAt)[0];
}

/**
 * Keeps one of several entries with the same secret and puts the others in the trash. The
 * one that stays keeps its names and parameters, and takes over what it lacks: name, guide,
 * identity, tags, notes, the pin, the best status and the latest counter.
 *
 * @throws VaultError `not-found`, `invalid-entry`
 */
export function merge(
  all: readonly KeptEntry[],
  id: string,
  others: readonly string[],
  now: number,
): Outcome {
  const kept = find(all, id);
  const merged = others.filter((other) => other !== id).map((other) => find(all, other));
  for (const { entry } of merged) {
    if (!sameBytes(entry.otp.secret, kept.entry.otp.secret)) {
      throw new VaultError(
        'invalid-entry',
        undefined,
        undefined,
        'These entries no longer hold the same secret; nothing was changed.',
      );
    }
  }
  const next = merged.reduce((entry, other) => absorb(entry, other.entry), kept.entry);
  const outcome = change(kept, next, now);
  const trashed = merged.flatMap((other) => trash(other, now).changed);
  return { ...outcome, changed: [...outcome.changed, ...trashed] };
}

function absorb(entry: Entry, other: Entry): Entry {
  const status = BEST.find((each) => each === entry.status || each === other.status);
  return {
    ...entry,
    otp: laterCounter(entry.otp, other.otp),
    guide: entry.guide ?? other.guide,
    identity: entry.identity ?? other.identity,
    name: entry.name ?? other.name,
    note: joinNotes(entry.note, other.note),
    tags: joinTags(entry.tags, other.tags),
    pinned: entry.pinned ?? other.pinned,
    status: status ?? entry.status,
  };
}

function joinNotes(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined || a.includes(b) ? (a ?? b) : `${a}\n\n${b}`;
}

function joinTags(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = new Set((a ?? []).map(tagKey));
  const added = (b ?? []).filter((tag) => !known.has(tagKey(tag)));
  return added.length === 0 ? a : [...(a ?? []), ...added].slice(0, MOST_TAGS);
}

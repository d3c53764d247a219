import type { Entry } from '../../lib/vault/entry.ts';
import { tagKey } from '../../lib/vault/tags.ts';
import { entryTitle } from './entry-text.ts';

/** In which order entries stand. */
export const SORTS = ['newest', 'oldest', 'name', 'service'] as const;
export type Sort = (typeof SORTS)[number];

/** Entries of one service, or all of them where they are not grouped. */
export interface EntryGroup {
  /** The issuer as most of its entries write it; absent where entries are not grouped. */
  readonly title?: string;
  readonly entries: readonly Entry[];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const compare: Record<Sort, (a: Entry, b: Entry) => number> = {
  newest: (a, b) => b.createdAt - a.createdAt,
  oldest: (a, b) => a.createdAt - b.createdAt,
  name: (a, b) => collator.compare(entryTitle(a), entryTitle(b)) || byAccount(a, b),
  service: (a, b) => collator.compare(a.otp.issuer, b.otp.issuer) || byAccount(a, b),
};

/** Pinned entries first and replaced ones last, whatever the order of the others. */
export function ordered(entries: readonly Entry[], sort: Sort): readonly Entry[] {
  return [...entries].sort(
    (a, b) => rank(a) - rank(b) || compare[sort](a, b) || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Entries by service, in the order in which each service first appears; those without one
 * come last. Spellings that differ in case alone are one service.
 */
export function byService(entries: readonly Entry[], unnamed: string): readonly EntryGroup[] {
  const groups = new Map<string, { title: string; entries: Entry[] }>();
  for (const entry of entries) {
    const { issuer } = entry.otp;
    const key = tagKey(issuer);
    const group = groups.get(key) ?? { title: issuer === '' ? unnamed : issuer, entries: [] };
    groups.set(key, group);
    group.entries.push(entry);
  }
  const none = groups.get('');
  groups.delete('');
  return [...groups.values(), ...(none ? [none] : [])];
}

/** All tags in use, as a person looks for them. */
export function tagsOf(entries: readonly Entry[]): readonly string[] {
  const tags = new Map<string, string>();
  for (const tag of entries.flatMap((entry) => entry.tags ?? [])) {
    if (!tags.has(tagKey(tag))) tags.set(tagKey(tag), tag);
  }
  return [...tags.values()].sort(collator.compare);
}

/** Entries that have all of these tags. */
export function withTags(entries: readonly Entry[], tags: readonly string[]): readonly Entry[] {
  if (tags.length === 0) return entries;
  const wanted = tags.map(tagKey);
  return entries.filter((entry) => {
    const own = new Set((entry.tags ?? []).map(tagKey));
    return wanted.every((tag) => own.has(tag));
  });
}

/**
 * Replaced entries whose place a pending one is about to take: the same issuer, account and
 * identity. Until the service accepts the new one the old codes count.
 */
export function awaitingSuccessor(entries: readonly Entry[]): ReadonlySet<string> {
  const pending = new Set(
    entries.filter(({ status }) => status === 'pending').map((entry) => holderOf(entry)),
  );
  const waiting = entries.filter(
    (entry) => entry.status === 'replaced' && pending.has(holderOf(entry)),
  );
  return new Set(waiting.map(({ id }) => id));
}

function holderOf({ otp: { issuer, account }, identity }: Entry): string {
  return JSON.stringify([issuer, account, identity?.kind, identity?.name]);
}

function rank({ pinned, status }: Entry): number {
  if (status === 'replaced') return 2;
  return pinned ? 0 : 1;
}

function byAccount(a: Entry, b: Entry): number {
  return collator.compare(a.otp.account, b.otp.account);
}

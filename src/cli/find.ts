import type { Entry } from '../lib/vault/entry.ts';
import { describe, isUsable } from './entry-text.ts';
import { RefusedError } from './errors.ts';

/** From so many characters on, the beginning of an id is one. */
const SHORTEST_ID = 8;

/**
 * The one entry in use that a query means: every word of it is in the issuer, the account,
 * the name, the identity or a tag, whatever the case. Where several have the words, one
 * that is called exactly so goes first. An id, or its beginning, means its entry.
 *
 * @throws RefusedError that lists the choices where there is not exactly one
 */
export function findEntry(entries: readonly Entry[], query: string): Entry {
  const found = matching(entries, query);
  const wanted = plain(query);
  const exact = found.filter((entry) => namesOf(entry).some((text) => plain(text) === wanted));
  const [entry, ...others] = exact.length > 0 ? exact : found;
  if (entry === undefined) throw new RefusedError(nothing(entries, query));
  if (others.length > 0) {
    const choices = [entry, ...others].map((one) => `  ${shortId(one)}  ${describe(one)}`);
    throw new RefusedError(
      `${query === '' ? 'Say which entry you mean' : 'Several entries match'}. Use more words of its name, or its id:\n${choices.join('\n')}`,
    );
  }
  return entry;
}

/** All entries in use that have every word of the query. */
export function matching(entries: readonly Entry[], query: string): Entry[] {
  const inUse = entries.filter(isUsable);
  const id = query.trim().toLowerCase();
  const named = inUse.filter((entry) => id.length >= SHORTEST_ID && entry.id.startsWith(id));
  if (named.length > 0) return named;
  const words = plain(query).split(' ');
  return inUse.filter((entry) => {
    const text = plain(textsOf(entry).join('\n'));
    return words.every((word) => text.includes(word));
  });
}

export function shortId({ id }: Entry): string {
  return id.slice(0, SHORTEST_ID);
}

function nothing(entries: readonly Entry[], query: string): string {
  if (!entries.some(isUsable)) return 'The vault has no entries. Put one in with: 2faa add';
  const ended = matching(
    entries.map((entry) => ({ ...entry, status: 'active', deletedAt: undefined })),
    query,
  );
  return ended.length > 0
    ? 'Only entries that were replaced or are in the trash match. See them with: 2faa list --all'
    : 'No entry matches. See what there is with: 2faa list';
}

/** What an entry may be called in full. */
function namesOf(entry: Entry): string[] {
  const { issuer, account } = entry.otp;
  const both = [`${issuer} ${account}`, `${account} ${issuer}`, `${issuer}:${account}`];
  return [...textsOf(entry), ...both];
}

function textsOf({ otp, name = '', identity, tags = [] }: Entry): string[] {
  const { kind = '', name: whose = '' } = identity ?? {};
  return [otp.issuer, otp.account, name, kind, whose, ...tags];
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

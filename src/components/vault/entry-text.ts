import type { Entry } from '../../lib/vault/entry.ts';
import { words } from './words.ts';

/** How a guide's identities are called, by their ids. */
export type IdentityKinds = Readonly<
  Record<string, { readonly label: string; readonly nameLabel?: string | undefined }>
>;

/** The identities of all guides, by the guide's slug. */
export type Identities = Readonly<Record<string, IdentityKinds>>;

/** What an entry is called: the person's own name for it, else its issuer, else its account. */
export function entryTitle({
  name,
  otp: { issuer, account },
}: Pick<Entry, 'otp' | 'name'>): string {
  return [name, issuer, account].find((each) => each !== undefined && each !== '') ?? words.unnamed;
}

/** What an entry is called under its service's name, which needs no saying again. */
export function titleInGroup(entry: Pick<Entry, 'otp' | 'name'>): string {
  const { name, otp } = entry;
  return [name, otp.account].find((each) => each !== undefined && each !== '') ?? entryTitle(entry);
}

/** Which of its guide's identities an entry is, in words; undefined where it has none. */
export function identityText(
  { guide = '', identity }: Entry,
  identities: Identities,
): string | undefined {
  if (identity === undefined) return undefined;
  return [identities[guide]?.[identity.kind]?.label, identity.name].filter(Boolean).join(' ');
}

/** Entries whose issuer, account, name, identity, tags or note hold every word of the filter. */
export function matching(entries: readonly Entry[], filter: string): readonly Entry[] {
  const wanted = folded(filter).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return entries;
  return entries.filter((entry) => {
    const text = searchedText(entry);
    return wanted.every((word) => text.includes(word));
  });
}

const texts = new WeakMap<Entry, string>();

/** Made once for each entry: with thousands of them every letter typed asks for it. */
function searchedText(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { name, note, tags = [], otp, identity } = entry;
  const text = folded(
    [otp.issuer, otp.account, name, identity?.name, note, ...tags].filter(Boolean).join(' '),
  );
  texts.set(entry, text);
  return text;
}

/** Without what people leave out when they type: capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

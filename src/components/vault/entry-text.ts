import type { Entry } from '../../lib/vault/entry.ts';
import { words } from './words.ts';

/** What an entry is called: the person's own name for it, else its issuer, else its account. */
export function entryTitle({
  name,
  otp: { issuer, account },
}: Pick<Entry, 'otp' | 'name'>): string {
  return [name, issuer, account].find((each) => each !== undefined && each !== '') ?? words.unnamed;
}

/** Entries whose issuer, account, name or identity holds every word of the filter. */
export function matching(entries: readonly Entry[], filter: string): readonly Entry[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ name, otp, identity }) => {
    const text = [otp.issuer, otp.account, name, identity?.name].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

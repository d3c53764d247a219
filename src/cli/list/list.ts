import type { Entry } from '../../lib/vault/entry.ts';
import { print, warn } from '../output.ts';
import { openVaultFile } from '../vault/open.ts';
import { describe, entryFacts, isUsable } from '../entry-text.ts';
import type { ListOptions } from './command.ts';

/** Prints the entries of the vault, by issuer and account. */
export async function list({ json = false, all = false, ...options }: ListOptions): Promise<void> {
  const { entries, path } = await openVaultFile(options);
  const shown = entries.filter((entry) => all || isUsable(entry)).sort(byName);
  if (json) print(JSON.stringify(shown.map(entryFacts)));
  else if (shown.length === 0) warn(`There are no entries in ${path}. Put some in with: 2faa add`);
  else for (const entry of shown) print(describe(entry));
}

function byName(a: Entry, b: Entry): number {
  return (
    a.otp.issuer.localeCompare(b.otp.issuer) ||
    a.otp.account.localeCompare(b.otp.account) ||
    a.createdAt - b.createdAt
  );
}

import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import type { UndoToken } from '../../../lib/vault/undo.ts';
import type { Entry, EntryDraft } from '../../../lib/vault/entry.ts';
import { sameIdentity } from '../../../lib/vault/identity.ts';
import { askToPersist } from '../../../lib/vault/persistence.browser.ts';
import type { Vault } from '../../../lib/vault/vault.browser.ts';
import { entryTitle } from '../entry-text.ts';
import { words } from './words.ts';

/** What adding came to: what to say, and the way back where something was changed. */
export interface Added {
  readonly text: string;
  readonly undo?: (vault: Vault) => Promise<unknown>;
}

/**
 * Stores an entry that a person added by hand. Nobody asks here whether a service accepted
 * its codes, so it is active at once. Only where it takes the place of an entry for the
 * same account it waits to be accepted: until then the old one’s codes are those that count.
 *
 * @throws VaultError
 */
export async function addEntry(vault: Vault, otp: OtpParameters): Promise<Added> {
  const { entries } = await vault.list();
  const draft = draftFor(entries, otp);
  const archive = await vault.archive();
  const plan = await archive.planRestore([draft]);
  const [item] = plan.items;
  const { verdict, current } = item ?? {};
  const name = entryTitle(draft);
  if (verdict === 'same' && current) return { text: words.here(entryTitle(current)) };
  if (current?.deletedAt !== undefined && holdsSame(current, otp)) {
    await vault.untrash(current.id);
    return { text: words.back(entryTitle(current)), undo: (open) => open.trash(current.id) };
  }
  askToPersist();
  if (verdict === 'differs' && current && !holdsSame(current, otp)) {
    const { id } = await vault.capture(draft);
    return {
      text: words.pending(name),
      undo: async (open) => {
        await open.trash(id);
        await open.restore(current.id);
      },
    };
  }
  const { undo } = await archive.restoreEntries(plan);
  const text = current ? words.addedTwice(name, entryTitle(current)) : words.added(name);
  return { text, undo: undoing(undo) };
}

/**
 * Stores entries of another authenticator, all or none. All of them are in use there, so
 * they are active; one that is here already stays a single entry.
 *
 * @throws VaultError
 */
export async function addEntries(vault: Vault, otps: readonly OtpParameters[]): Promise<Added> {
  const archive = await vault.archive();
  const plan = await archive.planRestore(otps.map((otp) => ({ otp })));
  askToPersist();
  const { added, undo } = await archive.restoreEntries(plan);
  const text = words.several(added, plan.same.length);
  return added > 0 ? { text, undo: undoing(undo) } : { text };
}

/** The draft belongs where the entries in use for its account do, if all of them agree. */
function draftFor(entries: readonly Entry[], otp: OtpParameters): EntryDraft {
  const holders = entries.filter(
    ({ otp: { issuer, account }, status, deletedAt }) =>
      account !== '' &&
      account === otp.account &&
      issuer === otp.issuer &&
      status !== 'replaced' &&
      deletedAt === undefined,
  );
  const [first] = holders;
  const agree = holders.every(
    ({ guide, identity }) => guide === first?.guide && sameIdentity(identity, first?.identity),
  );
  return first && agree ? { otp, guide: first.guide, identity: first.identity } : { otp };
}

function holdsSame({ otp: { secret } }: Entry, otp: OtpParameters): boolean {
  return secret.length === otp.secret.length && secret.every((byte, at) => byte === otp.secret[at]);
}

function undoing(token: UndoToken): (vault: Vault) => Promise<unknown> {
  return async (vault) => (await vault.archive()).undo(token);
}

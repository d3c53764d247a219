import { accept, capture, find, trash } from '../../lib/vault/entry-rules.ts';
import type { Entry, EntryDraft } from '../../lib/vault/entry.ts';
import { findEntry } from '../find.ts';
import { openVaultFile, type VaultFile, type VaultOptions } from '../vault/open.ts';

/** What the AWS commands do with the vault. Failures are RefusedErrors. */
export interface AwsVault {
  /** Opens the vault at first, asking for its passphrase if need be. */
  readonly entries: () => Promise<readonly Entry[]>;
  /** The one entry that a query of the person finds. */
  readonly find: (query: string) => Promise<Entry>;
  /** Takes in a pending entry; it is on the disk when this resolves. */
  readonly capture: (draft: EntryDraft) => Promise<Entry>;
  /** AWS took the codes: the entry is active. */
  readonly accept: (id: string) => Promise<void>;
  /** Puts an entry in the trash, from where it can be brought back. */
  readonly trash: (id: string) => Promise<void>;
}

/** The vault file that the options name, opened when it is needed. */
export function awsVault(options: VaultOptions): AwsVault {
  let opening: Promise<VaultFile> | undefined;
  const opened = (): Promise<VaultFile> => (opening ??= openVaultFile(options));
  return {
    entries: async () => (await opened()).entries,
    find: async (query) => findEntry((await opened()).entries, query),
    capture: async (draft) => {
      const vault = await opened();
      const id = crypto.randomUUID();
      return (await vault.change((all, now) => capture(all, draft, id, now))).entry;
    },
    accept: async (id) => {
      await (await opened()).change((all, now) => accept(find(all, id), now));
    },
    trash: async (id) => {
      await (await opened()).change((all, now) => trash(find(all, id), now));
    },
  };
}

import type { Entry, EntryDraft } from '../../lib/vault/entry.ts';

/** What the AWS commands do with the vault file. Failures are RefusedErrors. */
export interface AwsVault {
  /** Opens the vault, asking for its passphrase if need be, and gives its entries. */
  entries(): Promise<readonly Entry[]>;
  /** The one entry that a query of the person finds. */
  find(query: string): Promise<Entry>;
  /** Takes in a pending entry; it is on the disk when this resolves. */
  capture(draft: EntryDraft): Promise<Entry>;
  /** AWS took the codes: the entry is active. */
  accept(id: string): Promise<void>;
  /** Puts an entry in the trash, from where it can be brought back. */
  trash(id: string): Promise<void>;
}

import type { JsonObject } from './checks.ts';
import type { Entry } from './entry.ts';

/** The statuses whose codes are in use. */
type UsableStatus = 'pending' | 'active';

/** An entry with what the vault remembers about it beside what it shows. */
export interface KeptEntry {
  readonly entry: Entry;
  /** What a replaced entry was before, so that it can become that again. */
  readonly formerly?: UsableStatus | undefined;
  /** Fields that a newer version of this code added: carried along untouched. */
  readonly extra?: JsonObject | undefined;
}

/** An entry out of a backup, with what the vault that it came from remembered about it. */
export interface BackedUpEntry extends Entry {
  readonly beside?: Omit<KeptEntry, 'entry'>;
}

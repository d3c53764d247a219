import type { Entry } from '../../../lib/vault/entry.ts';
import { entryTitle } from '../entry-text.ts';

interface Props {
  readonly entries: readonly Entry[];
  /** What is said of each. */
  readonly about?: (entry: Entry) => string;
}

/** The entries by name and account. */
export function EntryNames({ entries, about }: Props) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          {entryTitle(entry)} <small>{entry.otp.account}</small>
          {about && `: ${about(entry)}`}
        </li>
      ))}
    </ul>
  );
}

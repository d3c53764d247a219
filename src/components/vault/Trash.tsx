import type { Entry } from '../../lib/vault/entry.ts';
import { day, keptUntil } from './dates.ts';
import { entryTitle } from './entry-text.ts';
import { words } from './trash-words.ts';
import type { Act } from './useChanges.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly act: Act;
}

/** What was deleted, kept so that it can be put back. */
export function Trash({ entries, act }: Props) {
  return (
    <details class="trash" data-testid="vault-trash">
      <summary>
        {words.title} ({entries.length})
      </summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entryTitle(entry)} <small>{entry.otp.account}</small>{' '}
            {entry.deletedAt !== undefined && (
              <small>{words.kept(day(entry.deletedAt), keptUntil(entry.deletedAt))}</small>
            )}{' '}
            <button
              type="button"
              class="button button-quiet"
              onClick={() => act((vault) => vault.untrash(entry.id))}
            >
              {words.putBack}
              <span class="visually-hidden">{words.putBackOf(entryTitle(entry))}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

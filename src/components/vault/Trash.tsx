import type { Entry } from '../../lib/vault/entry.ts';
import { day, keptUntil } from './dates.ts';
import { entryTitle } from './entry-text.ts';
import type { Act } from './useChanges.ts';
import { words } from './words.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly act: Act;
}

/** What was deleted, kept so that it can be put back. */
export function Trash({ entries, act }: Props) {
  if (entries.length === 0) return null;
  return (
    <details class="trash" data-testid="vault-trash">
      <summary>
        {words.trashTitle} ({entries.length})
      </summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entryTitle(entry)} <small>{entry.otp.account}</small>{' '}
            {entry.deletedAt !== undefined && (
              <small>{words.trashKept(day(entry.deletedAt), keptUntil(entry.deletedAt))}</small>
            )}{' '}
            <button
              type="button"
              class="button button-quiet"
              onClick={() => act((vault) => vault.untrash(entry.id))}
            >
              {words.untrash}
              <span class="visually-hidden">{words.untrashOf(entryTitle(entry))}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

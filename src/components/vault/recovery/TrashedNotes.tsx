import type { RecoveryNote } from '../../../lib/vault/note.ts';
import { day, keptUntil } from '../dates.ts';
import type { Act } from '../useChanges.ts';
import { words } from './words.ts';

interface Props {
  /** Those that are not in the trash are left out. */
  readonly notes: readonly RecoveryNote[];
  readonly act: Act;
}

/** Lists of codes that were deleted, kept so that they can be put back. */
export function TrashedNotes({ notes, act }: Props) {
  const trashed = notes.filter(({ deletedAt }) => deletedAt !== undefined);
  if (trashed.length === 0) return null;
  return (
    <ul class="rows" role="list" data-testid="recovery-trash">
      {trashed.map(({ id, label, deletedAt = 0 }) => (
        <li key={id}>
          <p>
            {label} <small>{words.deletedOn(day(deletedAt), keptUntil(deletedAt))}</small>
          </p>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => act(async (vault) => (await vault.archive()).notes.untrash(id))}
          >
            {words.untrash}
            <span class="visually-hidden">{words.of(label)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

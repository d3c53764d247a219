import { useEffect, useState } from 'preact/hooks';
import type { RecoveryNote } from '../../../lib/vault/note.ts';
import type { NoteVersion } from '../../../lib/vault/notes.browser.ts';
import { dayAndTime } from '../dates.ts';
import type { Changes } from '../useChanges.ts';
import { words } from './words.ts';

interface Props extends Changes {
  readonly note: RecoveryNote;
}

/** Earlier versions of a list of codes, of which each can be made the current one again. */
export function EarlierNotes({ note: { id, label, updatedAt }, act, tell }: Props) {
  const [versions, setVersions] = useState<readonly NoteVersion[]>();
  useEffect(() => {
    void act(async (vault) => (await vault.archive()).notes.history(id)).then(setVersions);
  }, [updatedAt]);
  if (versions?.length === 0) return <p role="status">{words.noEarlier}</p>;
  return (
    <ol class="rows" role="list">
      {versions?.map(({ version, note, replacedAt }) => (
        <li key={version}>
          <p>{words.until(dayAndTime(replacedAt), note.codes.length)}</p>
          <button
            type="button"
            class="button button-quiet"
            onClick={async () => {
              const done = await act(async (vault) =>
                (await vault.archive()).notes.restoreVersion(id, version),
              );
              if (done === undefined) return;
              tell(words.restored(label), async (vault) => (await vault.archive()).undo(done.undo));
            }}
          >
            {words.restore}
            <span class="visually-hidden">{words.of(label)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

import type { Entry } from '../../../lib/vault/entry.ts';
import { entryTitle } from '../entry-text.ts';
import type { DeskStore } from './desk.ts';
import { EntryCodes } from './EntryCodes.tsx';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entries: readonly Entry[];
  readonly onRemove: (id: string) => void;
}

/** The entries in the window on top; whoever puts a code there wants to see it. */
export function TopCodes({ desk, entries, onRemove }: Props) {
  return (
    <main>
      <h1 class="visually-hidden">{words.onTopTitle}</h1>
      {entries.map((entry) => (
        <section key={entry.id} class="top-entry" data-testid="top-entry">
          <div class="top-head">
            <h2>{entryTitle(entry)}</h2>
            {entry.otp.account !== entryTitle(entry) && <p>{entry.otp.account}</p>}
          </div>
          <button
            type="button"
            class="button button-quiet"
            data-testid="top-remove"
            onClick={() => {
              onRemove(entry.id);
            }}
          >
            {words.remove}
            <span class="visually-hidden">{words.removeOf(entryTitle(entry))}</span>
          </button>
          <EntryCodes desk={desk} entry={entry} title={entryTitle(entry)} active />
        </section>
      ))}
    </main>
  );
}

import type { Entry } from '../../../lib/vault/entry.ts';
import { useNow } from '../../codes/useNow.ts';
import { entryTitle } from '../entry-text.ts';
import { EntryCode } from './EntryCode.tsx';
import { useDesk } from './desk.ts';
import { words } from './words.ts';

/** The entries in the window on top; whoever puts a code there wants to see it. */
export function TopCodes({ entries }: { readonly entries: readonly Entry[] }) {
  const now = useNow();
  const { onTop } = useDesk();
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
            onClick={() => onTop?.toggle(entry.id)}
          >
            {words.remove}
            <span class="visually-hidden">{words.removeOf(entryTitle(entry))}</span>
          </button>
          <EntryCode entry={entry} now={now} title={entryTitle(entry)} />
        </section>
      ))}
    </main>
  );
}

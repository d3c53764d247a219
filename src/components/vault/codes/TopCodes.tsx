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
          <h2>{entryTitle(entry)}</h2>
          <p>{entry.otp.account}</p>
          <EntryCode entry={entry} now={now} title={entryTitle(entry)} />
          <button
            type="button"
            class="button button-quiet"
            data-testid="top-remove"
            onClick={() => onTop?.toggle(entry.id)}
          >
            {words.offTop}
            <span class="visually-hidden">{words.forEntry(entryTitle(entry))}</span>
          </button>
        </section>
      ))}
    </main>
  );
}

import type { ComponentChildren } from 'preact';
import type { Entry } from '../../lib/vault/entry.ts';
import { EntryList } from './EntryList.tsx';
import type { Identities } from './entry-text.ts';
import { ListTools } from './ListTools.tsx';
import type { Changes } from './useChanges.ts';
import { useEntryView } from './useEntryView.ts';
import { words } from './words.ts';

interface Props {
  /** Those in use. */
  readonly entries: readonly Entry[];
  readonly identities: Identities;
  readonly changes: Changes;
  /** Buttons that stand beside the filter. */
  readonly children: ComponentChildren;
}

/** The entries with what filters and orders them; loaded once there are some. */
export function Entries({ entries, identities, changes, children }: Props) {
  const view = useEntryView(entries);
  return (
    <>
      <ListTools view={view}>{children}</ListTools>
      {view.sort && view.shown === 0 && (
        <p>{view.filter.trim() === '' ? words.noTagged : words.noMatch(view.filter)}</p>
      )}
      <EntryList view={view} identities={identities} changes={changes} />
    </>
  );
}

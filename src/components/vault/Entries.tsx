import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import type { Vault } from '../../lib/vault/vault.browser.ts';
import { useLazy } from '../codes/useLazy.ts';
import { CodeDesk } from './codes/CodeDesk.tsx';
import { EntryList } from './EntryList.tsx';
import type { Identities } from './entry-text.ts';
import { ListTools } from './ListTools.tsx';
import type { Changes } from './useChanges.ts';
import { useEntryView } from './useEntryView.ts';
import { words } from './words.ts';

interface Props {
  readonly vault: Vault;
  /** Those in use. */
  readonly entries: readonly Entry[];
  readonly identities: Identities;
  readonly changes: Changes;
  /** The first codes can be seen. */
  readonly onShown: () => void;
  /** Buttons that stand beside the filter. */
  readonly children: ComponentChildren;
}

/** The entries with what filters and orders them; loaded once there are some. */
export function Entries({ vault, entries, children, onShown, ...rest }: Props) {
  const view = useEntryView(entries);
  const [shown, setShown] = useState(false);
  const clock = useLazy(() => import('../codes/ClockNotice.tsx'), shown);
  return (
    <>
      <ListTools view={view}>{children}</ListTools>
      {view.sort && view.shown === 0 && (
        <p>{view.filter.trim() === '' ? words.noTagged : words.noMatch(view.filter)}</p>
      )}
      {clock.module && <clock.module.ClockNotice />}
      <CodeDesk
        vault={vault}
        all={entries}
        groups={view.groups}
        act={rest.changes.act}
        shown={shown}
      >
        {(desk) => (
          <EntryList
            desk={desk}
            view={view}
            onShown={() => {
              setShown(true);
              onShown();
            }}
            {...rest}
          />
        )}
      </CodeDesk>
    </>
  );
}

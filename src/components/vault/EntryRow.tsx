import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import { EntryCodes } from './codes/EntryCodes.tsx';
import type { DeskStore } from './codes/desk.ts';
import { EntryHead } from './EntryHead.tsx';
import { EntryMenu } from './EntryMenu.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { entryTitle, type Identities } from './entry-text.ts';
import type { PanelItem } from './menu-items.ts';
import type { Changes } from './useChanges.ts';
import { useNear } from './useNear.ts';

export interface EntryRowProps {
  readonly entry: Entry;
  readonly identities: Identities;
  /** A newer entry for the same account waits for the service to accept it. */
  readonly successor: boolean;
  /** Level of its heading. */
  readonly level: 2 | 3;
  /** Its codes are made whether or not it is in view. */
  readonly always: boolean;
  readonly changes: Changes;
  readonly desk: DeskStore;
}

/** One entry: whose it is, where it stands, its codes, and what can be done with it. */
export function EntryRow({ entry, always, changes, desk, ...about }: EntryRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const { near, seen } = useNear(row, always);
  const [item, setItem] = useState<PanelItem>();
  const [menuOpen, setMenuOpen] = useState(false);
  const title = entryTitle(entry);
  return (
    <li
      ref={row}
      class="entry"
      data-testid="vault-entry"
      data-entry={entry.id}
      data-issuer={entry.otp.issuer}
      data-account={entry.otp.account}
      data-status={entry.status}
      data-menu={menuOpen ? '' : undefined}
    >
      <EntryHead entry={entry} {...about} />
      {seen && <EntryCodes desk={desk} entry={entry} title={title} active={near} />}
      {seen && (
        <EntryMenu
          desk={desk}
          entry={entry}
          title={title}
          changes={changes}
          onPanel={setItem}
          onToggle={setMenuOpen}
        />
      )}
      {item && (
        <EntryPanel
          key={item.id}
          item={item}
          entry={entry}
          identities={about.identities}
          changes={changes}
          onClose={() => {
            setItem(undefined);
            row.current?.querySelector<HTMLElement>('[data-testid="entry-menu"]')?.focus();
          }}
        />
      )}
    </li>
  );
}

import { useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import type { Act } from './AuthenticatorIsland.tsx';
import type { EntryPanelKind } from './EntryPanel.tsx';
import { words } from './words.ts';

interface Props {
  readonly entry: Entry;
  readonly title: string;
  readonly act: Act;
  readonly onRename: () => void;
  readonly onHistory: () => void;
  readonly onPanel: (kind: EntryPanelKind) => void;
  readonly onTrash: () => Promise<void>;
}

/** What can be done with an entry; each of it can be undone. */
export function EntryMenu({ entry, title, act, onRename, onHistory, onPanel, onTrash }: Props) {
  const [open, setOpen] = useState(false);
  const action = (label: string, run: () => unknown) => (
    <button
      type="button"
      class="button button-quiet"
      onClick={async () => {
        setOpen(false);
        await run();
      }}
    >
      {label}
      <span class="visually-hidden">{words.menuOf(title)}</span>
    </button>
  );
  return (
    <div class="entry-actions">
      <button
        type="button"
        class="button button-quiet"
        data-testid="entry-menu"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {words.menu}
        <span class="visually-hidden">{words.menuOf(title)}</span>
      </button>
      {open && (
        <div class="entry-menu">
          {entry.status === 'pending' && action(words.accept, () => act((v) => v.accept(entry.id)))}
          {entry.status === 'replaced' &&
            action(words.restore, () => act((v) => v.restore(entry.id)))}
          {action(words.rename, onRename)}
          {action(words.take, () => {
            onPanel('take');
          })}
          {action(words.history, onHistory)}
          {action(words.trash, onTrash)}
        </div>
      )}
    </div>
  );
}

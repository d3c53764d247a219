import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../lib/vault/entry.ts';
import { useDesk, type DeskStore } from './codes/desk.ts';
import { moveInList } from './keys/move-in-list.ts';
import { menuItems, type PanelItem } from './menu-items.ts';
import type { Changes } from './useChanges.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entry: Entry;
  readonly title: string;
  readonly changes: Changes;
  readonly onPanel: (item: PanelItem) => void;
  /** It opened or closed. */
  readonly onToggle: (open: boolean) => void;
}

/**
 * What can be done with an entry; each of it can be undone. To assistive technology it is a
 * button that shows further buttons, each of which Tab reaches; arrow keys come on top.
 */
export function EntryMenu({ desk: store, entry, title, changes, onPanel, onToggle }: Props) {
  const desk = useDesk(store);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // At once: later it would take the focus from where a quick hand has gone by then.
  useLayoutEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
    onToggle(open);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="entry-actions"
      data-open={open ? '' : undefined}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        } else if (list.current && moveInList(list.current, event.key)) event.preventDefault();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // Where nothing has the focus a button was clicked in a browser that does not focus them.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget as Node)) {
          setOpen(false);
        }
      }}
    >
      <button
        ref={button}
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
        <div ref={list} class="entry-menu">
          {menuItems
            .filter(({ when }) => when?.(entry, desk) ?? true)
            .map((item) => (
              <button
                key={item.id}
                type="button"
                class="button button-quiet"
                data-item={item.id}
                onClick={async () => {
                  close();
                  if ('panel' in item) onPanel(item);
                  else await item.run(entry, changes, desk);
                }}
              >
                {item.label(entry, desk)}
                <span class="visually-hidden">{words.menuOf(title)}</span>
              </button>
            ))}
        </div>
      )}
    </div>
  );
}

import { useLayoutEffect } from 'preact/hooks';
import { entryAt, focusEntry, rowOf } from './entry-focus.ts';

/**
 * Keeps the focus in the list when its order changes: the browser takes it from a row that
 * moves or goes. A row that is gone leaves it to the one that was beside it.
 */
export function useKeptFocus(list: unknown): void {
  // While this renders, the rows still stand as they did before.
  const held = document.activeElement;
  const row = held?.closest('[data-entry]') ?? null;
  const rows = row === null ? [] : [...document.querySelectorAll('[data-entry]')];
  const at = rows.findIndex((each) => each === row);
  useLayoutEffect(() => {
    if (row === null || document.activeElement !== document.body) return;
    if (held instanceof HTMLElement && held.isConnected) {
      held.focus();
      return;
    }
    // In another group the same entry has another row.
    const places = [row, rows[at + 1], rows[at - 1]].map((each) => entryAt(each ?? null));
    const left = places.find((id) => id !== undefined && rowOf(id) !== null);
    if (left !== undefined) focusEntry(left);
  }, [list]);
}

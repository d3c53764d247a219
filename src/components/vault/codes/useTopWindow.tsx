import { useEffect, useMemo } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import { canStayOnTop } from '../../codes/on-top.ts';
import { useOnTop } from '../../codes/useOnTop.ts';
import { useDeskStore, type Choice, type Desk } from './desk.ts';
import { TopCodes } from './TopCodes.tsx';
import { useChosen } from './useChosen.ts';
import { words } from './words.ts';

/** More would be a list to search in, and that is what the page is for. */
const MOST_ON_TOP = 8;

/** Holds chosen entries in a window on top; undefined where the browser has none. */
export function useTopWindow(all: readonly Entry[], desk: Desk): Choice | undefined {
  const { ids, entries, has, toggle, clear } = useChosen(all, MOST_ON_TOP);
  const open = useMemo<Desk>(() => ({ ...desk, hides: false, shows: () => true }), [desk]);
  const store = useDeskStore(open);
  const view = useOnTop(
    words.onTopTitle,
    <TopCodes desk={store} entries={entries} onRemove={toggle} />,
  );
  useEffect(() => {
    if (!view.open) clear();
  }, [view.open]);
  useEffect(() => {
    if (entries.length === 0) view.close();
  }, [entries.length]);
  return useMemo(() => {
    if (!canStayOnTop()) return undefined;
    return {
      has,
      toggle: (id: string) => {
        toggle(id);
        // Refused where the click that asked for it counts no longer.
        if (!has(id)) void view.show().catch(clear);
      },
    };
  }, [ids, view.open]);
}

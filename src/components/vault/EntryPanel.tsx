import type { Entry } from '../../lib/vault/entry.ts';
import { useLazy } from '../codes/useLazy.ts';
import type { Identities } from './entry-text.ts';
import type { PanelItem } from './menu-items.ts';
import type { Changes } from './useChanges.ts';
import { words } from './words.ts';

interface Props {
  readonly item: PanelItem;
  readonly entry: Entry;
  readonly identities: Identities;
  readonly changes: Changes;
  readonly onClose: () => void;
}

/** The panel of a menu item below its entry, loaded when it is first opened. */
export function EntryPanel({ item, onClose, changes, ...about }: Props) {
  const { module: Panel, failed } = useLazy(item.panel, true);
  return (
    <>
      {Panel && <Panel {...about} {...changes} onClose={onClose} />}
      {failed && (
        <p class="entry-panel notice" data-tone="stop" role="alert">
          {words.partFailed}
        </p>
      )}
    </>
  );
}

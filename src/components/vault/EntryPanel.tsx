import { useLazy } from '../codes/useLazy.ts';
import type { Entry } from '../../lib/vault/entry.ts';
import { words } from './words.ts';
import './entry-panel.css';

/** What an entry can be opened for, below its codes. */
export type EntryPanelKind = 'take';

interface Props {
  readonly kind: EntryPanelKind;
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** One of an entry's panels; each loads when it is first opened. */
export function EntryPanel({ kind, entry, onClose }: Props) {
  const take = useLazy(() => import('./take/TakePanel.tsx'), kind === 'take');
  if (take.failed) {
    return (
      <p class="notice" data-tone="stop" role="alert">
        {words.partFailed}
      </p>
    );
  }
  return kind === 'take' && take.module ? (
    <take.module.TakePanel entry={entry} onClose={onClose} />
  ) : null;
}

import type { FunctionComponent } from 'preact';
import type { Entry } from '../../lib/vault/entry.ts';
import { useLazy } from '../codes/useLazy.ts';
import { words } from './words.ts';
import './entry-panel.css';

interface PanelProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** What an entry can be opened for, below its codes; each loads when it is first opened. */
const panels = {
  take: async () => (await import('./take/TakePanel.tsx')).TakePanel,
} satisfies Record<string, () => Promise<FunctionComponent<PanelProps>>>;

export type EntryPanelKind = keyof typeof panels;

/** One of an entry's panels. Give it its kind as the key, too. */
export function EntryPanel({ kind, ...props }: PanelProps & { readonly kind: EntryPanelKind }) {
  const { module, failed } = useLazy(async () => ({ Panel: await panels[kind]() }), true);
  if (failed) {
    return (
      <p class="notice" data-tone="stop" role="alert">
        {words.partFailed}
      </p>
    );
  }
  return module ? <module.Panel {...props} /> : null;
}

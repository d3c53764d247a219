import type { FunctionComponent } from 'preact';
import type { Entry } from '../../lib/vault/entry.ts';
import type { Desk } from './codes/desk.ts';
import { words as codeWords } from './codes/words.ts';
import { entryTitle, type Identities } from './entry-text.ts';
import type { Changes } from './useChanges.ts';
import { words } from './words.ts';

/** What a panel below an entry is given; it says itself when it is done. */
export interface PanelProps extends Changes {
  readonly entry: Entry;
  readonly identities: Identities;
  readonly onClose: () => void;
}

interface ItemBase {
  readonly id: string;
  readonly label: (entry: Entry, desk: Desk) => string;
  /** Where it is offered; everywhere if absent. */
  readonly when?: (entry: Entry, desk: Desk) => boolean;
}

/** One thing that can be done with an entry: at once, or in a panel that loads when it is opened. */
export type MenuItem = ItemBase &
  (
    | { readonly run: (entry: Entry, changes: Changes, desk: Desk) => unknown }
    | { readonly panel: () => Promise<FunctionComponent<PanelProps>> }
  );

/** The item whose panel is open. */
export type PanelItem = Extract<MenuItem, { readonly panel: unknown }>;

/** The menu of an entry, in its order. */
export const menuItems: readonly MenuItem[] = [
  {
    id: 'accept',
    label: () => words.accept,
    when: ({ status }) => status === 'pending',
    run: ({ id }, { act }) => act((vault) => vault.accept(id)),
  },
  {
    id: 'restore',
    label: () => words.restore,
    when: ({ status }) => status === 'replaced',
    run: ({ id }, { act }) => act((vault) => vault.restore(id)),
  },
  {
    id: 'pin',
    label: ({ pinned }) => (pinned ? words.unpin : words.pin),
    run: ({ id, pinned }, { act }) =>
      act(async (vault) => (await vault.archive()).edit(id, { pinned: !pinned })),
  },
  {
    id: 'edit',
    label: () => words.edit,
    panel: () => import('./edit/EditForm.tsx').then(({ EditForm }) => EditForm),
  },
  {
    id: 'take',
    label: () => words.take,
    panel: () => import('./take/TakePanel.tsx').then(({ TakePanel }) => TakePanel),
  },
  {
    id: 'on-top',
    label: ({ id }, { onTop }) => (onTop?.has(id) ? codeWords.offTop : codeWords.onTop),
    when: (_, { onTop }) => onTop !== undefined,
    run: ({ id }, _, { onTop }) => onTop?.toggle(id),
  },
  {
    id: 'in-title',
    label: ({ id }, { inTitle }) => (inTitle.has(id) ? codeWords.outOfTitle : codeWords.inTitle),
    when: ({ otp }) => otp.type !== 'hotp',
    run: ({ id }, { tell }, { inTitle }) => {
      if (!inTitle.has(id)) tell(codeWords.titleHint);
      inTitle.toggle(id);
    },
  },
  {
    id: 'guide',
    label: () => words.guide,
    panel: () => import('./guide/GuidePanel.tsx').then(({ GuidePanel }) => GuidePanel),
  },
  {
    id: 'recovery',
    label: () => words.recovery,
    panel: () => import('./recovery/RecoveryPanel.tsx').then((part) => part.RecoveryPanel),
  },
  {
    id: 'history',
    label: () => words.history,
    panel: () => import('./EntryHistory.tsx').then(({ EntryHistory }) => EntryHistory),
  },
  { id: 'trash', label: () => words.trash, run: trash },
];

async function trash(entry: Entry, { act, tell }: Changes): Promise<void> {
  const trashed = await act((vault) => vault.trash(entry.id));
  if (trashed === undefined) return;
  tell(words.trashed(entryTitle(entry)), (vault) => vault.untrash(entry.id));
}

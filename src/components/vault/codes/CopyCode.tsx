import type { Entry } from '../../../lib/vault/entry.ts';
import { CopyButton } from '../../codes/CopyButton.tsx';
import { useDesk, type DeskStore } from './desk.ts';
import { words } from './words.ts';

interface Props {
  readonly desk: DeskStore;
  readonly entry: Entry;
  readonly title: string;
  readonly which: 'current' | 'next';
  /** What the button is called, where it does more than to copy. */
  readonly name?: string | undefined;
}

/** Copies one of an entry's codes, also while they are hidden, and says what was copied. */
export function CopyCode({ desk, entry, title, which, name }: Props) {
  const { copy } = useDesk(desk);
  const next = which === 'next';
  return (
    <CopyButton
      copy={(view) => copy(entry, which, view)}
      name={next ? words.copyNext : name}
      label={next ? words.nextOf(title) : words.copyOf(title)}
      testId={next ? 'entry-copy-next' : 'entry-copy'}
    />
  );
}

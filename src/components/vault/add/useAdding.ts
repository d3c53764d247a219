import { useEffect, useRef, useState } from 'preact/hooks';
import { useWholePage } from '../../capture/useWholePage.ts';

/** What was pasted or dropped on the page, before the part that reads it is there. */
export type Incoming = { readonly text: string } | { readonly pictures: readonly Blob[] };

export interface Adding {
  readonly open: boolean;
  readonly incoming: Incoming | undefined;
  /** Files of whatever kind: backups go to `onBackups`, the others are read as pictures. */
  readonly files: (files: readonly Blob[]) => Promise<void>;
  readonly start: () => void;
  readonly close: () => void;
}

/** Whether the panel for adding is open: by its button, or by what is pasted or dropped anywhere. */
export function useAdding(active: boolean, onBackups: (backups: readonly File[]) => void): Adding {
  const [state, setState] = useState<Pick<Adding, 'open' | 'incoming'>>({
    ...{ open: false, incoming: undefined },
  });
  const opener = useRef<Element | null>(null);
  const show = (incoming?: Incoming): Promise<void> => {
    if (!state.open) opener.current = document.activeElement;
    setState({ open: true, incoming });
    return Promise.resolve();
  };
  const close = (): void => {
    setState({ open: false, incoming: undefined });
    // The button may have gone with the empty vault.
    const back = opener.current?.isConnected ? opener.current : undefined;
    if (back instanceof HTMLElement) back.focus();
  };
  const files = async (given: readonly Blob[]): Promise<void> => {
    // Without that part, all are read as pictures, and a backup is refused with words.
    const sorting = import('./sort-files.ts').then(({ sortFiles }) => sortFiles(given));
    const { pictures, backups } = await sorting.catch(() => ({ pictures: given, backups: [] }));
    if (pictures.length > 0) await show({ pictures });
    else if (state.open) close();
    if (backups.length > 0) onBackups(backups);
  };
  useWholePage({ pictures: files, typed: (text) => show({ text }) }, active);
  const [opened, setOpened] = useState<Incoming | 'nothing'>();
  useEffect(() => {
    if (location.search === '') return;
    // Without that part there is the button.
    import('./opened-with.ts')
      .then(({ openedWith }) => openedWith())
      .then(setOpened, () => undefined);
  }, []);
  useEffect(() => {
    // What was shared waits here until the vault is unlocked.
    if (!active || opened === undefined) return;
    setOpened(undefined);
    if (opened === 'nothing') void show();
    else if ('pictures' in opened) void files(opened.pictures);
    else void show(opened);
  }, [active, opened]);
  return {
    ...state,
    files,
    start: () => void show(),
    close,
  };
}

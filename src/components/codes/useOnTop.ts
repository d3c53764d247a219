import { render, type ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openOnTop } from './on-top.ts';

export interface OnTopHandle {
  readonly open: boolean;
  /** Needs a click; there is at most one window on top, so another page's closes. */
  readonly show: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Holds `content` in a window on top while it is open, in step with the component that
 * calls this, and closes the window with it: the codes in it must not outlive their page.
 */
export function useOnTop(title: string, content: ComponentChild): OnTopHandle {
  const [view, setView] = useState<Window>();
  useEffect(() => {
    if (view !== undefined) render(content, view.document.body);
  });
  useEffect(() => () => view?.close(), [view]);
  const close = (): void => {
    setView(undefined);
  };
  const show = async (): Promise<void> => {
    if (view !== undefined) return;
    const opened = await openOnTop(title);
    opened?.addEventListener('pagehide', () => {
      render(null, opened.document.body);
      close();
    });
    setView(opened);
  };
  return { open: view !== undefined, show, close };
}

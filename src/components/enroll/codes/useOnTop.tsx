import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TimedParameters } from '../../../lib/otp/parameters.ts';
import { OnTop, openOnTop } from './on-top.tsx';

export interface OnTopHandle {
  readonly open: boolean;
  readonly toggle: () => Promise<void>;
}

/** Holds the codes in a window on top while it is open, in step with the companion. */
export function useOnTop(
  otp: TimedParameters,
  boxes: readonly string[],
  pairStep: number | undefined,
): OnTopHandle {
  const [view, setView] = useState<Window>();
  useEffect(() => {
    if (view === undefined) return;
    render(<OnTop otp={otp} boxes={boxes} pairStep={pairStep} />, view.document.body);
  }, [view, otp, pairStep]);
  // The codes go with the enrollment: the window must not outlive it.
  useEffect(() => () => view?.close(), [view]);
  const toggle = async (): Promise<void> => {
    if (view !== undefined) {
      setView(undefined);
      return;
    }
    const opened = await openOnTop();
    opened?.addEventListener('pagehide', () => {
      render(null, opened.document.body);
      setView(undefined);
    });
    setView(opened);
  };
  return { open: view !== undefined, toggle };
}

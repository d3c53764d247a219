import { useEffect, useRef, useState } from 'preact/hooks';
import type { CodeSettings } from '../../../lib/vault/code-settings.ts';

interface Shown {
  /** The entry that was asked for; changes when what is shown does. */
  readonly shown: string | undefined;
  readonly shows: (id: string) => boolean;
  readonly show: (id: string) => void;
  readonly hide: () => void;
}

/**
 * Which entry's codes can be seen: all, or with `hideCodes` the one that was asked for
 * last, until its time is over or the page loses the focus.
 */
export function useShown({ hideCodes, hideAfter }: CodeSettings): Shown {
  const [shown, setShown] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const hide = (): void => {
    clearTimeout(timer.current);
    setShown(undefined);
  };
  useEffect(() => {
    if (!hideCodes) return undefined;
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      hide();
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [hideCodes]);
  const show = (id: string): void => {
    clearTimeout(timer.current);
    setShown(id);
    if (hideAfter > 0) timer.current = setTimeout(hide, hideAfter * 1000);
  };
  return { shown, shows: (id) => !hideCodes || id === shown, show, hide };
}

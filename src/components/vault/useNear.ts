import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far from the view an element still counts as near, so that scrolling finds it ready. */
const MARGIN = '600px 0px';

export interface Near {
  /** It is in or near the view now. */
  readonly near: boolean;
  /** It was at some time; what was shown once stays where it is. */
  readonly seen: boolean;
}

const listeners = new WeakMap<Element, (near: boolean) => void>();
let observer: IntersectionObserver | undefined;

/** Whether an element is in or near the view; `always` says yes without looking. */
export function useNear(ref: RefObject<Element>, always: boolean): Near {
  const [state, setState] = useState<Near>({ near: always, seen: always });
  useEffect(() => {
    const element = ref.current;
    if (always || element === null) {
      setState({ near: true, seen: true });
      return undefined;
    }
    const shared = (observer ??= new IntersectionObserver(report, { rootMargin: MARGIN }));
    listeners.set(element, (near) => {
      setState(({ seen }) => ({ near, seen: seen || near }));
    });
    shared.observe(element);
    return () => {
      shared.unobserve(element);
    };
  }, [always]);
  return state;
}

function report(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
}

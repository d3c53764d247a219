import { useEffect, useState } from 'preact/hooks';

/** A part that loads when it is first wanted. */
export interface Lazy<T> {
  readonly module?: T;
  /** The part could not be fetched, as when the connection is gone. */
  readonly failed?: boolean;
}

/** Loads a part at the first render with `wanted`, and again when it is wanted anew after a failure. */
export function useLazy<T extends object>(load: () => Promise<T>, wanted: boolean): Lazy<T> {
  const [lazy, setLazy] = useState<Lazy<T>>({});
  useEffect(() => {
    if (!wanted || lazy.module !== undefined) return;
    load().then(
      (module) => {
        setLazy({ module });
      },
      () => {
        setLazy({ failed: true });
      },
    );
    // `load` is a literal import: a new function each render, always the same module.
  }, [wanted]);
  return lazy;
}

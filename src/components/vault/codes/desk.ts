import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { HotpParameters, TimedParameters } from '../../../lib/otp/parameters.ts';

/** A counter-based code that was made, with the counter that it was made from. */
export interface CounterCode {
  readonly counter: number;
  readonly code: string;
}

/** An entry whose codes come from a counter. */
export type CounterEntry = Entry & { readonly otp: HotpParameters };

/** An entry whose codes change with the clock. */
export type TimedEntry = Entry & { readonly otp: TimedParameters };

/** Entries that the person chose for something. */
export interface Choice {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
}

/** What all codes of the authenticator share: who is shown, what was copied, what is said. */
export interface Desk {
  /** Codes are hidden until they are asked for. */
  readonly hides: boolean;
  /** Whether an entry's codes can be seen now. */
  readonly shows: (id: string) => boolean;
  /** Shows the entry's codes for a while, or hides them again. */
  readonly toggle: (id: string) => void;
  /** Copies a code and gives the words to answer with; `view` is the window of the button. */
  readonly copy: (entry: Entry, which: 'current' | 'next', view: Window) => Promise<string>;
  /** The last code that was made from the entry's counter on this page. */
  readonly counterCode: (id: string) => CounterCode | undefined;
  /** Makes the next code, whose counter is stored by then; undefined when that failed. */
  readonly nextCounterCode: (entry: CounterEntry) => Promise<CounterCode | undefined>;
  /** Stores another counter; false when that failed. */
  readonly setCounter: (entry: CounterEntry, counter: number) => Promise<boolean>;
  /** Which entries are in the window on top; absent where the browser has none. */
  readonly onTop?: Choice;
  /** Whose code is in the tab's title. */
  readonly inTitle: Choice;
}

/** A desk that stays the same object while what is on it changes, so that rows need not be made anew. */
export interface DeskStore {
  readonly get: () => Desk;
  /** Calls `listener` with each desk from now on, until the returned function is called. */
  readonly subscribe: (listener: (desk: Desk) => void) => () => void;
}

/** Keeps what is on the desk; a context would do the same for 200 bytes more on every guide. */
export function useDeskStore(desk: Desk): DeskStore {
  const current = useRef(desk);
  current.current = desk;
  const listeners = useRef(new Set<(desk: Desk) => void>());
  useLayoutEffect(() => {
    for (const listener of listeners.current) listener(desk);
  }, [desk]);
  return useMemo(
    () => ({
      get: () => current.current,
      subscribe: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
}

/** What is on the desk, followed through every change. */
export function useDesk(store: DeskStore): Desk {
  const [desk, setDesk] = useState(store.get);
  useLayoutEffect(() => {
    setDesk(store.get);
    return store.subscribe(setDesk);
  }, [store]);
  return desk;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
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

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no desk');
  return desk;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { hotpCode } from '../../../lib/otp/codes.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Act } from '../useChanges.ts';
import type { CounterCode, CounterEntry, Desk } from './desk.ts';

type Made = Readonly<Record<string, CounterCode>>;

interface CounterCodes extends Pick<Desk, 'counterCode' | 'nextCounterCode' | 'setCounter'> {
  /** Changes when one of the codes does. */
  readonly made: Made;
}

/**
 * Counter-based codes of this page. Each counter is stored as used before its code is
 * made, so that neither a crash nor another tab brings the same one again. The last code
 * of each entry is kept for as long as the page has it: rows come and go with scrolling,
 * and a code that was used up must not be lost to that.
 */
export function useCounterCodes(entries: readonly Entry[], act: Act): CounterCodes {
  const [made, setMade] = useState<Made>({});
  // What is pressed again before it is done, as with a double click, is one code.
  const running = useRef(new Map<string, Promise<CounterCode | undefined>>());
  useEffect(() => {
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of Object.keys(made)) if (!ids.has(id)) setMade((before) => without(before, id));
  }, [entries]);
  const make = async ({ id, otp }: CounterEntry): Promise<CounterCode | undefined> => {
    const counter = await act((vault) => vault.nextCounter(id));
    if (counter === undefined) return undefined;
    const next = { counter, code: hotpCode({ ...otp, counter }) };
    setMade((before) => ({ ...before, [id]: next }));
    return next;
  };
  return {
    made,
    counterCode: (id) => made[id],
    nextCounterCode: (entry) => {
      const under = running.current.get(entry.id);
      if (under !== undefined) return under;
      const making = make(entry).finally(() => running.current.delete(entry.id));
      running.current.set(entry.id, making);
      return making;
    },
    setCounter: async ({ id }, counter) => {
      const set = await act(async (vault) => (await vault.archive()).edit(id, { counter }));
      if (set === undefined) return false;
      setMade((before) => without(before, id));
      return true;
    },
  };
}

function without(made: Made, id: string): Made {
  return Object.fromEntries(Object.entries(made).filter(([each]) => each !== id));
}

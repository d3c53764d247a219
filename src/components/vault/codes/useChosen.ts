import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { Choice } from './desk.ts';

interface Chosen extends Choice {
  readonly ids: readonly string[];
  readonly entries: readonly Entry[];
  readonly clear: () => void;
}

/**
 * Entries that were chosen for something, in the order in which they were; never stored.
 * What is deleted or locked away is chosen no longer.
 *
 * @param most how many there can be; the oldest choices go
 */
export function useChosen(all: readonly Entry[], most: number): Chosen {
  const [ids, setIds] = useState<readonly string[]>([]);
  const entries = ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
  useEffect(() => {
    if (entries.length < ids.length) setIds(entries.map(({ id }) => id));
  }, [all]);
  return {
    ids,
    entries,
    has: (id) => ids.includes(id),
    toggle: (id) => {
      setIds((before) =>
        before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-most),
      );
    },
    clear: () => {
      setIds([]);
    },
  };
}

import { platform } from './platform.browser.ts';

/** Runs pieces of work one after the other. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** How long a writer waits for another one, such as a tab that was put to sleep, in milliseconds. */
const PATIENCE = 5000;

/**
 * One writer at a time among all tabs, by a Web Lock. Correctness does not hang on it
 * (a change made from an outdated revision is refused and made again), so where Web
 * Locks are missing or a lock is not given in time, writers only take turns in this page.
 */
export function exclusive(name: string): Exclusive {
  const inTurn = takingTurns();
  const locks = platform.navigator?.locks;
  if (locks === undefined) return inTurn;
  return async (work) => {
    const lock = { given: false };
    const waiting = new AbortController();
    const timer = setTimeout(() => {
      waiting.abort();
    }, PATIENCE);
    try {
      return await locks.request(name, { signal: waiting.signal }, () => {
        lock.given = true;
        clearTimeout(timer);
        return work();
      });
    } catch (error) {
      if (lock.given) throw error;
      return await inTurn(work);
    } finally {
      clearTimeout(timer);
    }
  };
}

function takingTurns(): Exclusive {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

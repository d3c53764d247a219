import { setTimeout as wait } from 'node:timers/promises';

/** What the AWS commands know of time; tests bring their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /**
   * Resolves after so many milliseconds.
   *
   * @throws The signal's reason, as soon as it is aborted.
   */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};

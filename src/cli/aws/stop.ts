import { RefusedError } from '../errors.ts';
import { warn } from '../output.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that must not end in the middle: the first Ctrl-C, or a request to end, aborts
 * the signal that the work looks at; only a second one ends the process at once.
 */
export async function withStop<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  const stop = (): void => {
    release();
    warn(
      'Stopping. What was begun is put in order first; press Ctrl-C again to leave it as it is.',
    );
    controller.abort(new RefusedError('Stopped.'));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    release();
  }
}

import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Runs a file of this folder in a thread and gives what it posts.
 *
 * @param workerData what it is given
 * @param resourceLimits what it may take; without them it may take much before it cleans up
 * @throws what the thread throws
 */
export function inThread<Result>(
  file: string,
  workerData: object,
  resourceLimits?: ResourceLimits,
): Promise<Result> {
  const result = new Promise<Result>((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData,
      ...(resourceLimits && { resourceLimits }),
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error(`${file} ended without a result.`));
    });
  });
  // Whoever needs the result hears of a failure; until then nobody waits for it.
  result.catch(() => undefined);
  return result;
}

import type { Saved, WorkerRequest } from '../lib/offline/protocol.ts';

/** Milliseconds after which a worker that does not answer is taken for one that never will. */
const PATIENCE = 5000;

/** Asks a service worker; undefined where no answer comes. */
export function ask<Answer>(
  worker: ServiceWorker,
  request: WorkerRequest,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const give = (answer: Answer | undefined): void => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(give, PATIENCE, undefined);
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      give(data);
    };
    worker.postMessage(request, [port2]);
  });
}

/** What the service worker in charge keeps; undefined where there is none. */
export async function savedHere(): Promise<Saved | undefined> {
  const registration = await serviceWorkers()?.getRegistration();
  const worker = registration?.active;
  return worker ? ask(worker, { ask: 'saved' }) : undefined;
}

/** Absent in private windows of some browsers and where the connection is not secure. */
export function serviceWorkers(): ServiceWorkerContainer | undefined {
  return (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
}

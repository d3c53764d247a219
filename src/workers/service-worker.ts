import { belongsTo, type OfflinePlan } from '../lib/offline/plan.ts';
import type { Progress, Saved, WorkerRequest } from '../lib/offline/protocol.ts';
import { respondWithFile, respondWithPage } from '../lib/offline/respond.browser.ts';
import { routeOf } from '../lib/offline/route.ts';
import { Handover } from '../lib/offline/share.browser.ts';
import { OfflineStore } from '../lib/offline/store.browser.ts';

/*
 * The service worker, https://w3c.github.io/ServiceWorker/: what it decides stands in
 * `lib/offline/`. The build writes the plan in front of it and serves both as `/sw.js`.
 */

/** What we use of its events; the types of pages and of workers exclude each other. */
interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response> | Response) => void;
}
interface Told extends Lasting {
  readonly data: WorkerRequest;
  readonly ports: readonly MessagePort[];
}
interface Scope {
  readonly plan: OfflinePlan;
  readonly location: { readonly origin: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: ((
    type: 'install' | 'activate',
    run: (event: Lasting) => void,
  ) => void) &
    ((type: 'fetch', run: (event: Fetching) => void) => void) &
    ((type: 'message', run: (event: Told) => void) => void);
}

const scope = self as unknown as Scope;
const { plan } = scope;
const store = new OfflineStore(plan, caches, fetch);
const handover = new Handover();

scope.addEventListener('install', (event) => {
  event.waitUntil(store.fill());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(store.start().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const route = routeOf(request, plan, scope.location.origin);
  const waitUntil = event.waitUntil.bind(event);
  const network = { fetch, waitUntil };
  if (route.by === 'share') event.respondWith(handover.receive(request, waitUntil));
  if (route.by === 'page')
    event.respondWith(respondWithPage(request, route.address, { store, plan }, network));
  if (route.by === 'file')
    event.respondWith(respondWithFile(request, route.address, store, network));
});

scope.addEventListener('message', (event) => {
  const [port] = event.ports;
  // Who asked may be gone by now; nothing depends on the answer.
  event.waitUntil(answer(event.data, port).catch(() => undefined));
});

async function answer(request: WorkerRequest, port: MessagePort | undefined): Promise<void> {
  switch (request.ask) {
    case 'opened':
      if (!(await store.pages()).includes(request.address)) await store.keep(request.address);
      return;
    case 'known':
      port?.postMessage(belongsTo(plan, request.files));
      return;
    case 'take-over':
      await scope.skipWaiting();
      return;
    case 'saved':
      port?.postMessage({
        pages: await store.titles(),
        everything: await store.everythingWanted(),
      } satisfies Saved);
      return;
    case 'everything': {
      const tell = (progress: Progress): void => port?.postMessage(progress);
      const complete = await store
        .keepEverything((done, of) => {
          tell({ done, of });
        })
        .catch(() => false);
      tell({ finished: true, complete });
      return;
    }
    case 'shared':
      port?.postMessage(await handover.give());
      return;
  }
}

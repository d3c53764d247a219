import { NOT_SAVED, type OfflinePlan } from './plan.ts';
import { redirectOf } from './route.ts';
import type { OfflineStore } from './store.browser.ts';

/** Milliseconds that the network has for a page that is kept; after that the kept one is shown. */
const PATIENCE = 3000;

interface Network {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Lets the worker live until it is done. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly patience?: number;
}

/**
 * A page: from the network, which is newer, unless it is slow, gone or broken. What came
 * is kept for the next time.
 */
export async function respondWithPage(
  request: Request,
  address: string,
  { store, plan }: { store: OfflineStore; plan: OfflinePlan },
  { fetch, waitUntil, patience = PATIENCE }: Network,
): Promise<Response> {
  const network = fetch(request);
  waitUntil(
    network
      .then(async (response) => {
        if (response.ok && !response.redirected) await store.keepPage(address, response.clone());
      })
      // No network, or no room: what is kept stays as it is.
      .catch(() => undefined),
  );
  const usable = network.then((response) => (response.status < 500 ? response : undefined));
  const quick = await Promise.race([
    usable.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
  ]);
  if (quick !== undefined) return quick;
  const to = redirectOf(new URL(request.url), plan);
  const onward = (there: string): Response => Response.redirect(new URL(there, request.url), 302);
  const kept = await store.page(address).catch(() => undefined);
  if (kept !== undefined) return to === undefined ? kept : onward(to);
  // Not kept: then it is worth waiting for, and a broken answer is better than none.
  const late = await network.catch(() => undefined);
  if (late !== undefined) return late;
  if (to !== undefined) return onward(to);
  return (await store.page(NOT_SAVED)) ?? Response.error();
}

/** A file: as it is kept, else from the network, and then kept if it is of this build. */
export async function respondWithFile(
  request: Request,
  address: string,
  store: OfflineStore,
  { fetch, waitUntil }: Network,
): Promise<Response> {
  const kept = await store.file(address).catch(() => undefined);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    waitUntil(store.keepFile(address, copy).catch(() => undefined));
  }
  return response;
}

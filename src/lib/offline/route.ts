import { isHashed, type OfflinePlan } from './plan.ts';

/** What is looked at of a request. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** Who answers a request. */
export type Route =
  /** The network alone, as if there were no worker. */
  | { readonly by: 'network' }
  /** The worker: something was shared with the installed app. */
  | { readonly by: 'share' }
  /** The network if it is quick, else what is kept. */
  | { readonly by: 'page'; readonly address: string }
  /** What is kept, else the network. */
  | { readonly by: 'file'; readonly address: string };

/** The address that receives what is shared; see `share_target` in the manifest. */
export const SHARE_TARGET = '/app/';

/**
 * Decides by method, mode and path alone. Queries are never looked at and never kept: a
 * search or a retry (`?astro-retry=`, Pagefind's `?ts=`) is the same file.
 */
export function routeOf(request: Asked, plan: OfflinePlan, origin: string): Route {
  const url = new URL(request.url);
  if (url.origin !== origin) return { by: 'network' };
  const navigates = request.mode === 'navigate';
  if (navigates && request.method === 'POST' && url.pathname === SHARE_TARGET)
    return { by: 'share' };
  if (request.method !== 'GET') return { by: 'network' };
  if (navigates) {
    const address = pageAddress(url.pathname);
    return address === undefined ? { by: 'network' } : { by: 'page', address };
  }
  const { pathname } = url;
  const known = Object.hasOwn(plan.core, pathname) || Object.hasOwn(plan.later, pathname);
  // A page that a script asks for is not what is kept of it: that may be older.
  if (pathname.endsWith('/') || !(known || isHashed(pathname))) return { by: 'network' };
  return { by: 'file', address: pathname };
}

/** The address of the page that a path means; undefined where it names a file. */
export function pageAddress(pathname: string): string | undefined {
  const path = pathname.replace(/\/index\.html$/, '/');
  if (path.endsWith('/')) return path;
  return /\.[^/]*$/.test(path) ? undefined : `${path}/`;
}

/**
 * Where a path leads that is not the address of a page itself, for when no server can say
 * so: an old address, or one without its last slash.
 */
export function redirectOf(url: URL, { moved }: OfflinePlan): string | undefined {
  const address = pageAddress(url.pathname);
  const to = Object.hasOwn(moved, url.pathname) ? moved[url.pathname] : address;
  return to === undefined || to === url.pathname ? undefined : to + url.search;
}

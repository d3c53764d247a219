import { createHash } from 'node:crypto';
import type { OfflinePlan } from '../../../src/lib/offline/plan.ts';

export const ORIGIN = 'https://site.example';

export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}

/** A page that names these files. */
export function html(title: string, ...files: string[]): string {
  const scripts = files.map((file) => `<script type="module" src="${file}"></script>`);
  return `<html><title>${title} · 2FAA</title>${scripts.join('')}</html>`;
}

type Contents = Readonly<Record<string, string>>;

export function planOf(build: string, core: Contents, later: Contents = {}): OfflinePlan {
  const hashes = (contents: Contents) =>
    Object.fromEntries(Object.entries(contents).map(([file, text]) => [file, hashOf(text)]));
  const moved = { '/old': '/new/', '/old/': '/new/' };
  return { build, headers: 'h', core: hashes(core), later: hashes(later), moved };
}

/** What a host has; `fetch` answers from it as browsers do, with the check of `integrity`. */
export function hostOf(files: Record<string, string>) {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, ORIGIN);
    asked.push(pathname);
    const content = files[pathname];
    if (content === undefined) return Promise.resolve(new Response('None', { status: 404 }));
    if (init.integrity !== undefined && init.integrity !== `sha256-${hashOf(content)}`)
      throw new TypeError('Failed to fetch');
    const type = pathname.endsWith('/') ? 'text/html' : 'text/javascript';
    return new Response(content, { headers: { 'Content-Type': type, 'X-Kept': 'yes' } });
  };
  return { asked, fetch, files };
}

/** Caches in memory, as far as the store uses them. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();
  /** What one `put` does instead of its work, if anything. */
  onPut: (address: string) => void = () => undefined;

  open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache(this);
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }

  /** What the store takes. */
  get storage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}

class FakeCache {
  readonly #entries = new Map<string, Response>();
  readonly #caches: FakeCaches;

  constructor(caches: FakeCaches) {
    this.#caches = caches;
  }

  match(address: string): Promise<Response | undefined> {
    return Promise.resolve(this.#entries.get(address)?.clone());
  }

  put(address: string, response: Response): Promise<void> {
    this.#caches.onPut(address);
    this.#entries.set(address, response);
    return Promise.resolve();
  }

  delete(address: string): Promise<boolean> {
    return Promise.resolve(this.#entries.delete(address));
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.#entries.keys()].map((path) => ({ url: ORIGIN + path })));
  }
}

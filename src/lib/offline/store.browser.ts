import {
  belongsTo,
  EVERYTHING,
  filesNamed,
  isHashed,
  isWhole,
  NOT_SAVED,
  type Everything,
  type OfflinePlan,
} from './plan.ts';

const PREFIX = '2faa-site-';

/** Set in the cache of a build whose worker was once in charge. */
const WAS_ACTIVE = '/.active';

/** Set where the person asked for everything. */
const EVERYTHING_WANTED = '/.everything';

/** How many files are fetched at a time while people use the page. */
const AT_ONCE = 4;

/**
 * What one build keeps, in a cache of its own: complete before its worker starts, and
 * there until the build after the next one has started. So a page that is open always
 * finds the scripts it was made with.
 *
 * @param fetch what is not there comes from here
 */
export class OfflineStore {
  readonly #plan: OfflinePlan;
  readonly #caches: CacheStorage;
  readonly #fetch: (address: string, init?: RequestInit) => Promise<Response>;

  constructor(plan: OfflinePlan, caches: CacheStorage, fetch: typeof globalThis.fetch) {
    this.#plan = plan;
    this.#caches = caches;
    this.#fetch = (address, init) => fetch(address, init);
  }

  get #name(): string {
    return `${PREFIX}${this.#plan.headers}-${this.#plan.build}`;
  }

  #own(): Promise<Cache> {
    return this.#caches.open(this.#name);
  }

  /** The caches of other builds, the newest first. */
  async #others(): Promise<string[]> {
    const names = await this.#caches.keys();
    return names.filter((name) => name.startsWith(PREFIX) && name !== this.#name).reverse();
  }

  /**
   * Brings in all of the core, or fails; what another build has already is not fetched
   * again. Then, as far as it can be had, what the build before this one kept beyond that.
   */
  async fill(): Promise<void> {
    const cache = await this.#own();
    const names = await this.#others();
    const others = await Promise.all(names.map((name) => this.#caches.open(name)));
    // Where headers changed, an old copy would come with the old ones.
    const sources = names.flatMap((name, index) => {
      const source = others[index];
      return source && name.startsWith(`${PREFIX}${this.#plan.headers}-`) ? [source] : [];
    });
    await forEach(Object.entries(this.#plan.core), async ([address, hash]) => {
      for (const source of [cache, ...sources]) {
        const copy = await this.#sound(source, address, hash);
        if (copy === undefined) continue;
        if (source !== cache) await cache.put(address, copy);
        return;
      }
      await cache.put(address, await this.#load(address, hash));
    });
    const previous = await this.#previous();
    if (previous !== undefined) await this.#takeOver(await this.#caches.open(previous));
  }

  /** The newest other build whose worker is or was in charge. */
  async #previous(): Promise<string | undefined> {
    for (const name of await this.#others()) {
      const cache = await this.#caches.open(name);
      if ((await cache.match(WAS_ACTIVE)) !== undefined) return name;
    }
    return undefined;
  }

  /** The pages that were opened, and what was used, in the state of this build. */
  async #takeOver(previous: Cache): Promise<void> {
    const kept = (await previous.keys()).map(({ url }) => new URL(url).pathname);
    const usedWasm = kept.some((address) => address.endsWith('.wasm'));
    const large = Object.keys(this.#plan.later).filter(
      (address) => kept.includes(address) || (usedWasm && address.includes('wasm')),
    );
    const opened = kept.filter((path) => path.endsWith('/') && !(path in this.#plan.core));
    await forEach([...opened, ...large], async (address) => {
      await this.keep(address).catch(async () => {
        // Better an old page than none, where its scripts are still the same.
        const old = await previous.match(address);
        if (old !== undefined) await this.keepPage(address, old).catch(() => false);
      });
    });
    if (kept.includes(EVERYTHING_WANTED)) await this.keepEverything(() => undefined);
  }

  /** Called once the worker of this build is in charge: deletes all builds but the one before. */
  async start(): Promise<void> {
    const previous = await this.#previous();
    await (await this.#own()).put(WAS_ACTIVE, new Response());
    const old = (await this.#others()).filter((name) => name !== previous);
    await Promise.all(old.map((name) => this.#caches.delete(name)));
  }

  /** A page as it is kept; undefined where it is not, or not to its end. */
  async page(address: string): Promise<Response | undefined> {
    const kept = await (await this.#own()).match(address, { ignoreVary: true });
    if (kept === undefined) return undefined;
    return isWhole(await kept.clone().text()) ? kept : undefined;
  }

  /** A file as it is kept, of this build or of one that a page is still open of. */
  async file(address: string): Promise<Response | undefined> {
    const cache = await this.#own();
    const hash = this.#hashOf(address);
    if (hash !== undefined) {
      const sound = await this.#sound(cache, address, hash);
      if (sound !== undefined) return sound;
    }
    if (!isHashed(address)) return undefined;
    for (const name of await this.#others()) {
      const found = await (await this.#caches.open(name)).match(address, { ignoreVary: true });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Fetches a page or a file and keeps it; answers whether it is kept now.
   *
   * @throws TypeError where it cannot be had at the moment
   */
  async keep(address: string): Promise<boolean> {
    if (address.endsWith('/')) {
      const response = await this.#fetch(address, { cache: 'no-cache' });
      if (response.status >= 500) throw new TypeError(`${address}: ${response.status}`);
      return this.keepPage(address, response);
    }
    const hash = this.#hashOf(address);
    if (hash === undefined) return false;
    const cache = await this.#own();
    if ((await this.#sound(cache, address, hash)) === undefined)
      await cache.put(address, await this.#load(address, hash));
    return true;
  }

  /** Keeps a page as it came, if it is one and of this build; answers whether it does. */
  async keepPage(address: string, response: Response): Promise<boolean> {
    const type = response.headers.get('Content-Type') ?? '';
    if (!response.ok || !type.startsWith('text/html')) return false;
    const html = await response.text();
    if (!isWhole(html) || !belongsTo(this.#plan, filesNamed(html))) return false;
    await (await this.#own()).put(address, plain(html, response.headers));
    return true;
  }

  /** Keeps a file that was fetched for a page, if it is one of this build. */
  async keepFile(address: string, response: Response): Promise<void> {
    const hash = this.#hashOf(address);
    const content = await response.arrayBuffer();
    if (hash !== undefined && (await sha256(content)) === hash)
      await (await this.#own()).put(address, plain(content, response.headers));
  }

  /** Addresses of the pages that are kept. */
  async pages(): Promise<string[]> {
    const kept = await (await this.#own()).keys();
    return kept.map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('/'));
  }

  /** The pages that are kept and meant to be read, with their titles. */
  async titles(): Promise<{ address: string; title: string }[]> {
    const addresses = (await this.pages()).filter((address) => address !== NOT_SAVED);
    return Promise.all(
      addresses.map(async (address) => {
        const html = await (await this.page(address))?.text();
        const [, title = address] = /<title>([^<]*)/.exec(html ?? '') ?? [];
        return { address, title: title.replaceAll('&amp;', '&').replace(/ · 2FAA$/, '') };
      }),
    );
  }

  /**
   * Keeps every page and all that is kept later, now and in builds to come; tells how many
   * of how many are done. What is there already is not fetched again.
   */
  async keepEverything(progress: (done: number, of: number) => void): Promise<boolean> {
    const response = await this.#fetch(EVERYTHING, { cache: 'no-cache' });
    const { pages } = (await response.json()) as Everything;
    const kept = new Set(await this.pages());
    const left = [...pages.filter((page) => !kept.has(page)), ...Object.keys(this.#plan.later)];
    let done = 0;
    let failed = 0;
    progress(0, left.length);
    await forEach(left, async (address) => {
      if (!(await this.keep(address).catch(() => false))) failed += 1;
      done += 1;
      progress(done, left.length);
    });
    if (failed === 0) await (await this.#own()).put(EVERYTHING_WANTED, new Response());
    return failed === 0;
  }

  async everythingWanted(): Promise<boolean> {
    return (await (await this.#own()).match(EVERYTHING_WANTED)) !== undefined;
  }

  #hashOf(address: string): string | undefined {
    const { core, later } = this.#plan;
    if (Object.hasOwn(core, address)) return core[address];
    return Object.hasOwn(later, address) ? later[address] : undefined;
  }

  /** A copy whose content is what the build made; one that is not is dropped. */
  async #sound(cache: Cache, address: string, hash: string): Promise<Response | undefined> {
    const kept = await cache.match(address, { ignoreVary: true });
    if (kept === undefined) return undefined;
    const content = await kept
      .clone()
      .arrayBuffer()
      .catch(() => new ArrayBuffer());
    if ((await sha256(content)) === hash) return kept;
    await cache.delete(address);
    return undefined;
  }

  /** @throws TypeError where it is not what the build made, as in the middle of a deployment */
  async #load(address: string, hash: string): Promise<Response> {
    const init = { integrity: `sha256-${hash}`, priority: 'low' } as const;
    const load = async (cache: RequestCache): Promise<Response> => {
      const response = await this.#fetch(address, { ...init, cache });
      if (!response.ok) throw new TypeError(`${address} was answered with ${response.status}`);
      return plain(await response.arrayBuffer(), response.headers);
    };
    if (!isHashed(address)) return load('no-cache');
    // A host may have sent a wrong answer that is to be kept for good: then ask anew.
    return load('default').catch(() => load('reload'));
  }
}

/** The same without what was true of its transport alone. */
function plain(body: BodyInit, headers: Headers): Response {
  const kept = new Headers(headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary', 'ETag']) kept.delete(name);
  return new Response(body, { headers: kept });
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...hash));
}

/** Runs the work for each, a few at a time; the first failure ends it. */
async function forEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const run = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      try {
        await work(next);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
}

import type { Pagefind } from './pagefind.ts';
import { pageOf, type KeptPage } from './pages.ts';
import { askPartial } from './partial.ts';
import type { SearchReply, SearchRequest, SearchWords, Services } from './protocol.ts';
import { search, type SearchIndex } from './search.ts';

/** What the build leaves of Pagefind's script. */
interface PagefindModule {
  PagefindInstance: new (options: {
    primary: boolean;
    basePath: string;
    metaCacheTag: string;
    ranking: { pageLength: number };
  }) => Pagefind & {
    init: (language: string, options: { load_wasm: boolean }) => Promise<void>;
  };
}

const folder = '/pagefind/';

const allServices = once(() => loadJson<Services>('services.json'));

let loading: Promise<SearchIndex> | undefined;

/** Answers one request; loads the index with the first, and anew after it failed to load. */
export async function answerSearch(request: SearchRequest): Promise<SearchReply> {
  const { id } = request;
  try {
    loading ??= load();
    const index = await loading;
    if (request.ask === 'services') {
      return { id, services: (await allServices()).flatMap(([name = '']) => name) };
    }
    const { query, filters } = request;
    return { id, answer: await askPartial(index, (some) => search(some, query, filters)) };
  } catch {
    loading = undefined;
    return { id, failed: true };
  }
}

async function load(): Promise<SearchIndex> {
  const script = new URL(`${folder}pagefind.js`, self.location.origin).href;
  const [{ PagefindInstance }, words] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    loadJson<SearchWords>('words.json'),
  ]);
  const pagefind = new PagefindInstance({
    primary: true,
    basePath: folder,
    // Else its entry file gets a new address every time, which no cache can hold.
    metaCacheTag: 'entry',
    // A page of many questions is as good as one of few.
    ranking: { pageLength: 0 },
  });
  await pagefind.init('unknown', { load_wasm: true });
  return {
    pagefind,
    words,
    page: once(async (id: string) => pageOf(await loadJson<KeptPage>(`page/${id}.json`))),
    services: once((letter) => loadJson<Services>(`services/${letter}.json`)),
  };
}

/** The same loading for the same key, as long as it does not fail. */
function once<Loaded>(load: (key: string) => Promise<Loaded>): (key?: string) => Promise<Loaded> {
  const loads = new Map<string, Promise<Loaded>>();
  return (key = '') => {
    const begun =
      loads.get(key) ??
      load(key).catch((error: unknown) => {
        loads.delete(key);
        throw error;
      });
    loads.set(key, begun);
    return begun;
  };
}

async function loadJson<Content>(name: string): Promise<Content> {
  const response = await fetch(`${folder}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as Content;
}

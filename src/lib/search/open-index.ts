import type { Pagefind } from './pagefind.ts';
import { pageOf, type KeptPart } from './pages.ts';
import type { SearchWords, Services } from './protocol.ts';
import type { SearchIndex } from './search.ts';

/** What the build leaves of Pagefind's script. */
export interface PagefindModule {
  PagefindInstance: new (options: {
    primary: boolean;
    basePath: string;
    metaCacheTag: string;
    ranking: { pageLength: number };
  }) => Pagefind & {
    init: (language: string, options: { load_wasm: boolean }) => Promise<void>;
  };
}

/** Reads a file of the index, by its path from the folder of the index. */
export type LoadJson = <Content>(name: string) => Promise<Content>;

/**
 * Opens the index that the build wrote.
 *
 * @param script gives Pagefind's script
 * @param basePath where Pagefind fetches its own files
 * @throws what a file of the index could not be loaded for
 */
export async function openIndex(
  script: Promise<PagefindModule>,
  basePath: string,
  loadJson: LoadJson,
): Promise<SearchIndex> {
  const [{ PagefindInstance }, words] = await Promise.all([
    script,
    loadJson<SearchWords>('words.json'),
  ]);
  const pagefind = new PagefindInstance({
    primary: true,
    basePath,
    // Else its entry file gets a new address every time, which no cache can hold.
    metaCacheTag: 'entry',
    // A page of many questions is as good as one of few.
    ranking: { pageLength: 0 },
  });
  await pagefind.init('unknown', { load_wasm: true });
  return {
    pagefind,
    words,
    page: once(async (id: string) => pageOf(await loadJson<KeptPart>(`page/${id}.json`))),
    services: once((letter) => loadJson<Services>(`services/${letter}.json`)),
  };
}

/** The same loading for the same key, as long as it does not fail. */
export function once<Loaded>(
  load: (key: string) => Promise<Loaded>,
): (key?: string) => Promise<Loaded> {
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

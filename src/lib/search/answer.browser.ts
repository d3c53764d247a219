import type { Pagefind } from './pagefind.ts';
import type { SearchReply, SearchRequest, SearchTerms } from './protocol.ts';
import { search } from './search.ts';

interface Index {
  readonly pagefind: Pagefind;
  readonly terms: SearchTerms;
}

interface PagefindModule {
  createInstance: (options: {
    basePath: string;
    noWorker: boolean;
    metaCacheTag: string;
  }) => Pagefind & { init: () => Promise<void> };
}

const folder = '/pagefind/';

let loading: Promise<Index> | undefined;

/** Answers one request; loads the index with the first, and anew after it failed to load. */
export async function answerSearch(request: SearchRequest): Promise<SearchReply> {
  const { id } = request;
  try {
    loading ??= load();
    const { pagefind, terms } = await loading;
    if (request.ask === 'services') return { id, services: terms.services.map(({ name }) => name) };
    return { id, answer: await search(pagefind, terms, request.query, request.filters) };
  } catch {
    loading = undefined;
    return { id, failed: true };
  }
}

async function load(): Promise<Index> {
  const script = new URL(`${folder}pagefind.js`, self.location.origin).href;
  const [{ createInstance }, terms] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    loadTerms(),
  ]);
  const pagefind = createInstance({
    basePath: folder,
    noWorker: true,
    // Else its entry file gets a new address every time, which no cache can hold.
    metaCacheTag: 'entry',
  });
  await pagefind.init();
  return { pagefind, terms };
}

async function loadTerms(): Promise<SearchTerms> {
  const response = await fetch(`${folder}terms.json`);
  if (!response.ok) throw new Error(`terms.json: ${response.status}`);
  return (await response.json()) as SearchTerms;
}

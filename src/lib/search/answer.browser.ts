import { once, openIndex, type PagefindModule } from './open-index.ts';
import { askPartial } from './partial.ts';
import type { SearchReply, SearchRequest, Services } from './protocol.ts';
import { search, type SearchIndex } from './search.ts';

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

function load(): Promise<SearchIndex> {
  const script = new URL(`${folder}pagefind.js`, self.location.origin).href;
  return openIndex(import(/* @vite-ignore */ script) as Promise<PagefindModule>, folder, loadJson);
}

async function loadJson<Content>(name: string): Promise<Content> {
  const response = await fetch(`${folder}${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.json()) as Content;
}

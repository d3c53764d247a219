import type { SearchAnswer, SearchFilters, SearchReply, SearchRequest } from './protocol.ts';

/** Search, as the page sees it. */
export interface SearchClient {
  /** Names of the services that can be filtered by; loads the index. */
  services: () => Promise<readonly string[]>;
  /** Answers a question; rejects where the index cannot be loaded. */
  search: (query: string, filters: SearchFilters) => Promise<SearchAnswer>;
}

/** Milliseconds that an answer may take, the loading of the index included. */
const PATIENCE = 20_000;

type Ask = SearchRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, 'id'>
    : never
  : never;

interface Waiting {
  readonly resolve: (reply: SearchReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes a client. The worker starts with the first request, and anew with the next
 * one after it failed.
 *
 * @param startWorker Makes a new worker of `workers/search.worker.ts`.
 */
export function createSearchClient(startWorker: () => Worker): SearchClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function giveUp(): void {
    worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { reject } of left) reject(new Error('Search could not load.'));
  }

  function startListening(): Worker {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', giveUp);
    return started;
  }

  async function ask(request: Ask): Promise<SearchReply> {
    lastId += 1;
    const id = lastId;
    const timer = setTimeout(giveUp, PATIENCE);
    try {
      return await new Promise<SearchReply>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker ??= startListening();
        worker.postMessage({ ...request, id });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async services() {
      const reply = await ask({ ask: 'services' });
      if ('services' in reply) return reply.services;
      throw new Error('Search could not load.');
    },
    async search(query, filters) {
      const reply = await ask({ ask: 'search', query, filters });
      if ('answer' in reply) return reply.answer;
      throw new Error('Search could not load.');
    },
  };
}

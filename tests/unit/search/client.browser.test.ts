import { describe, expect, it } from 'vitest';
import { createSearchClient } from '../../../src/lib/search/client.browser.ts';
import type { SearchReply, SearchRequest } from '../../../src/lib/search/protocol.ts';

/** A worker that answers as it is told. */
class FakeWorker extends EventTarget {
  readonly requests: SearchRequest[] = [];
  terminated = false;

  postMessage(request: SearchRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  reply(data: SearchReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const client = createSearchClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

const nothing = { results: [], corrections: [] };

describe('createSearchClient', () => {
  it('starts one worker, with the first request', async () => {
    const { client, workers } = setUp();
    expect(workers).toEqual([]);
    const first = client.search('a', {});
    const second = client.search('b', { service: 'AWS' });
    expect(workers).toHaveLength(1);
    const [worker] = workers;
    expect(worker?.requests).toMatchObject([
      { ask: 'search', query: 'a', filters: {} },
      { ask: 'search', query: 'b', filters: { service: 'AWS' } },
    ]);
    const corrected = { results: [], corrections: [{ typed: 'awz', meant: 'aws' }] };
    worker?.reply({ id: 2, answer: corrected });
    worker?.reply({ id: 1, answer: nothing });
    expect(await first).toEqual(nothing);
    expect(await second).toEqual(corrected);
  });

  it('rejects where the index could not be loaded, and asks the same worker again', async () => {
    const { client, workers } = setUp();
    const first = client.search('a', {});
    workers[0]?.reply({ id: 1, failed: true });
    await expect(first).rejects.toThrow('Search could not load.');
    const second = client.services();
    workers[0]?.reply({ id: 2, services: ['AWS'] });
    expect(await second).toEqual(['AWS']);
    expect(workers).toHaveLength(1);
  });

  it('rejects all that wait where the worker fails, and starts another one', async () => {
    const { client, workers } = setUp();
    const waiting = [client.search('a', {}), client.services()];
    workers[0]?.dispatchEvent(new Event('error'));
    for (const one of waiting) await expect(one).rejects.toThrow('Search could not load.');
    expect(workers[0]?.terminated).toBe(true);
    void client.search('b', {}).catch(() => undefined);
    expect(workers).toHaveLength(2);
  });
});

import type { BrowserContext, Page } from 'playwright/test';
import type { Found } from './secret-search.ts';

/** Everything that leaves a context's pages, as it happens: requests, and what the console says. */
export function record(context: BrowserContext): Found[] {
  const found: Found[] = [];
  context.on('request', (request) => {
    found.push({ place: 'request address', content: request.url() });
    found.push({ place: 'request header', content: JSON.stringify(request.headers()) });
    const body = request.postDataBuffer();
    if (body !== null) found.push({ place: 'request body', content: new Uint8Array(body) });
  });
  context.on('console', (message) => {
    found.push({ place: 'console', content: message.text() });
  });
  context.on('weberror', (error) => {
    found.push({ place: 'error', content: String(error.error().stack) });
  });
  return found;
}

/** Everything that a page holds: its document, its address and all storage of its origin. */
export async function contentsOf(page: Page): Promise<Found[]> {
  const parts = await page.evaluate(readPage);
  const cookies = await page.context().cookies();
  return [
    ...parts.map(({ place, content }) => ({
      place,
      content: typeof content === 'string' ? content : new Uint8Array(content),
    })),
    { place: 'cookie', content: JSON.stringify(cookies) },
  ];
}

/** Runs in the page, so nothing outside of it may be used. Bytes travel as numbers. */
async function readPage(): Promise<{ place: string; content: string | number[] }[]> {
  const found: { place: string; content: string | number[] }[] = [];
  const add = async (place: string, value: unknown): Promise<void> => {
    if (value instanceof ArrayBuffer) found.push({ place, content: [...new Uint8Array(value)] });
    else if (ArrayBuffer.isView(value))
      await add(place, value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
    else if (value instanceof Blob) await add(place, await value.arrayBuffer());
    else if (value instanceof CryptoKey) {
      if (value.extractable) await add(place, await crypto.subtle.exportKey('jwk', value));
    } else if (value instanceof Map || value instanceof Set) await add(place, [...value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        found.push({ place, content: name });
        await add(place, each);
      }
    } else found.push({ place, content: String(value) });
  };
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('IndexedDB does not answer.'));
      };
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const content = database.transaction(store).objectStore(store);
      await add('IndexedDB', [await answer(content.getAllKeys()), await answer(content.getAll())]);
    }
    database.close();
  }
  await add('localStorage', Object.entries(localStorage));
  await add('sessionStorage', Object.entries(sessionStorage));
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      await add('cache address', [name, request.url]);
      await add('cache', await (await cache.match(request))?.arrayBuffer());
    }
  }
  await add('address', [location.href, window.name, history.state]);
  await add(
    'requests so far',
    performance.getEntries().map((entry) => entry.name),
  );
  await add('document', document.documentElement.outerHTML);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) await add('attribute', [name, value]);
    await add('document', element.shadowRoot?.innerHTML ?? '');
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
      await add('field', element.value);
  }
  return found;
}

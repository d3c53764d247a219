import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { ownServer, type OwnServer } from './server.ts';
import { expect, test as base } from './test.ts';

/** With a service worker, and a server of the test's own, which can go away. */
export const test = base.extend<{ readonly server: OwnServer }>({
  serviceWorkers: 'allow',
  server: async ({}, use) => {
    const server = await ownServer();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
  // That the server is gone is what these tests are about.
  provoked: /net::ERR_|status of 50\d/,
});

export { expect };

/** Waits until a worker is in charge of the page and keeps these addresses. */
export async function untilKept(page: Page, ...addresses: string[]): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async (wanted) => {
          if (navigator.serviceWorker.controller === null) return wanted;
          const names = (await caches.keys()).reverse();
          for (const name of names) {
            const cache = await caches.open(name);
            if ((await cache.match('/.active')) === undefined) continue;
            const found = await Promise.all(wanted.map((address) => cache.match(address)));
            return wanted.filter((_, index) => found[index] === undefined);
          }
          return wanted;
        }, addresses),
      { timeout: 30_000 },
    )
    .toEqual([]);
}

/** Every entry of every cache: its address and what it holds, as Base64. */
export async function keptFiles(page: Page): Promise<{ address: string; content: Buffer }[]> {
  const kept = await page.evaluate(async () => {
    const found: { address: string; content: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bytes = new Uint8Array((await (await cache.match(request))?.arrayBuffer()) ?? []);
        let content = '';
        for (const byte of bytes) content += String.fromCharCode(byte);
        found.push({ address: request.url, content: btoa(content) });
      }
    }
    return found;
  });
  return kept.map(({ address, content }) => ({ address, content: Buffer.from(content, 'base64') }));
}

/** The file of a built site that is served at an address. */
export function builtFile(folder: string, address: string): Promise<Buffer> {
  return readFile(path.join(folder, address.replace(/\/$/, '/index.html')));
}

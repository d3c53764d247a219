import { cp, mkdtemp } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { siteHandler } from '../../../scripts/site-handler.ts';

/** The folder of the built site. */
export const built = path.resolve(import.meta.dirname, '../../../dist');

/** A server of this test's own, which can be changed, slowed down and stopped. */
export interface OwnServer {
  readonly origin: string;
  /** Answers from here on; by default from the built site. */
  answer: RequestListener;
  /** Ends it at once, with all connections. */
  readonly stop: () => Promise<void>;
}

export async function ownServer(folder = built): Promise<OwnServer> {
  const own = { answer: await siteHandler(folder) };
  const server = createServer((request, response) => {
    own.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(own, {
    origin: `http://localhost:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  });
}

/** A copy of the built site that can be changed. */
export async function copyOfSite(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-site-'));
  await cp(built, folder, { recursive: true });
  return folder;
}

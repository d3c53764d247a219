import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { compressed } from '../../../scripts/compressed.ts';

/** A built site, served compressed. */
export interface Served {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly close: () => void;
}

export async function serve(folder: string): Promise<Served> {
  const send = compressed(folder);
  const files = sirv(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void send(request, response, pathname).then((sent) => {
      if (sent) return;
      files(request, response, () => {
        response.writeHead(404).end();
      });
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

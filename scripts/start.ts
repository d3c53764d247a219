import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { compressed } from './compressed.ts';
import { ensureBuilt, site } from './built.ts';
import { builtPages } from './built-pages.ts';
import { headersFor, parseHeaders } from './headers.ts';
import { parseRedirects, redirectFor } from './redirects.ts';

const port = Number(process.env.PORT ?? 4321);

await ensureBuilt();
const rules = parseHeaders(await readFile(path.join(site, '_headers'), 'utf8'));
const moved = parseRedirects(await readFile(path.join(site, '_redirects'), 'utf8'));
const addresses = new Set((await builtPages(site)).map(({ address }) => address));
const notFound = await readFile(path.join(site, '404.html'));

const files = sirv(site, {
  etag: true,
  setHeaders: (response, pathname) => {
    for (const [name, value] of Object.entries(headersFor(rules, pathname)))
      response.setHeader(name, value);
  },
});

const sendCompressed = compressed(site);

const server = createServer((request, response) => {
  const url = addressOf(request);
  if (url === undefined) {
    response.writeHead(400).end();
    return;
  }
  const secured = (): void => {
    for (const [name, value] of Object.entries(headersFor(rules, url.pathname)))
      response.setHeader(name, value);
  };
  const to = redirectFor(url, moved, (pathname) => addresses.has(pathname));
  if (to !== undefined) {
    secured();
    response.writeHead(301, { Location: to }).end();
    return;
  }
  secured();
  void sendCompressed(request, response, url.pathname).then((sent) => {
    if (sent) return;
    files(request, response, () => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.writeHead(404).end(notFound);
    });
  });
});

server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`;
  console.error(error.code === 'EADDRINUSE' ? busy : error.message);
  process.exitCode = 1;
});
server.listen(port, () => {
  console.log(`2FAA is served on http://localhost:${port}/`);
  console.log(`The AWS guide: http://localhost:${port}/guides/aws-mfa/`);
});

/** The address that a request asks for; undefined where it is none, as with `//[`. */
function addressOf({ url = '/' }: IncomingMessage): URL | undefined {
  try {
    const address = new URL(url.replace(/^[/\\]+/, '/'), 'http://localhost');
    decodeURI(address.pathname);
    return address;
  } catch {
    return undefined;
  }
}

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { builtPages } from './built-pages.ts';
import { compressed } from './compressed.ts';
import { headersFor, parseHeaders } from './headers.ts';
import { parseRedirects, redirectFor } from './redirects.ts';

/** Answers requests from a built site as a host does: its headers, its redirects, compressed. */
export async function siteHandler(folder: string): Promise<RequestListener> {
  const rules = parseHeaders(await readFile(path.join(folder, '_headers'), 'utf8'));
  const moved = parseRedirects(await readFile(path.join(folder, '_redirects'), 'utf8'));
  const addresses = new Set((await builtPages(folder)).map(({ address }) => address));
  const notFound = await readFile(path.join(folder, '404.html'));
  const files = sirv(folder, { etag: true });
  const sendCompressed = compressed(folder);

  return (request, response) => {
    const url = addressOf(request);
    if (url === undefined) {
      response.writeHead(400).end();
      return;
    }
    for (const [name, value] of Object.entries(headersFor(rules, url.pathname)))
      response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const to = redirectFor(url, moved, (pathname) => addresses.has(pathname));
    if (to !== undefined) {
      response.writeHead(301, { Location: to }).end();
      return;
    }
    void sendCompressed(request, response, url.pathname).then((sent) => {
      if (sent) return;
      files(request, response, () => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        // That a file is not there yet must not be kept for as long as the file would be.
        response.setHeader('Cache-Control', 'no-cache');
        response.writeHead(404).end(notFound);
      });
    });
  };
}

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

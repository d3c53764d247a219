import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** What gets smaller, with its type; pictures and the search index are compressed already. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

type Coding = keyof typeof codings;

/** How files are compressed, the best first. */
const codings = {
  br: (content: Buffer): Promise<Buffer> => promisify(brotliCompress)(content),
  gzip: (content: Buffer): Promise<Buffer> => promisify(gzip)(content, { level: 9 }),
} as const;

/** A file as it is sent. */
interface Sent {
  /** By its coding; each is made once somebody takes it. */
  readonly coded: (coding: Coding) => Promise<Buffer>;
  readonly type: string;
  readonly etag: string;
}

/**
 * Sends files of a folder compressed, as every host does, from memory once they were
 * read. Answers whether it did: what it does not know or is not there is left to others.
 */
export function compressed(
  folder: string,
): (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<boolean> {
  const kept = new Map<string, Promise<Sent | undefined>>();
  return async (request, response, pathname) => {
    const coding = acceptedCoding(request.headers['accept-encoding'] ?? '');
    if (request.method !== 'GET' || coding === undefined) return false;
    const sent = await (kept.get(pathname) ?? keep(kept, folder, pathname));
    if (sent === undefined) return false;
    response.setHeader('ETag', sent.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
    if (request.headers['if-none-match'] === sent.etag) {
      response.writeHead(304).end();
      return true;
    }
    response.setHeader('Content-Type', sent.type);
    response.setHeader('Content-Encoding', coding);
    const body = await sent.coded(coding);
    response.writeHead(200, { 'Content-Length': body.byteLength }).end(body);
    return true;
  };
}

function acceptedCoding(accepts: string): Coding | undefined {
  const accepted = accepts.split(',').map((each) => each.trim().split(';')[0]);
  return (Object.keys(codings) as Coding[]).find((coding) => accepted.includes(coding));
}

function keep(
  kept: Map<string, Promise<Sent | undefined>>,
  folder: string,
  pathname: string,
): Promise<Sent | undefined> {
  const reading = read(folder, pathname).then((sent) => {
    // Else every address that anyone tries would stay in memory.
    if (sent === undefined) kept.delete(pathname);
    return sent;
  });
  kept.set(pathname, reading);
  return reading;
}

async function read(folder: string, pathname: string): Promise<Sent | undefined> {
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const type = types[path.extname(name)];
  const file = path.join(folder, decoded(name));
  if (type === undefined || !file.startsWith(folder + path.sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return undefined;
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const made = new Map<Coding, Promise<Buffer>>();
  const coded = (coding: Coding): Promise<Buffer> => {
    const body = made.get(coding) ?? codings[coding](content);
    made.set(coding, body);
    return body;
  };
  return { coded, type, etag: `W/"${hash}"` };
}

/** A path without its escapes; one that is written wrong names no file. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBuilt, site } from './built.ts';
import { nginxServer } from './nginx-server.ts';

/*
 * npm run -s nginx -- FOLDER: writes a `server` block for nginx that serves the built site
 * from that folder with its headers and redirects. `PORT` is the port it listens on.
 */
await ensureBuilt();
const [folder = site] = process.argv.slice(2);
const read = (file: string): Promise<string> => readFile(path.join(site, file), 'utf8');
console.log(
  nginxServer({
    folder: path.resolve(folder),
    port: Number(process.env.PORT ?? 80),
    headers: await read('_headers'),
    redirects: await read('_redirects'),
  }),
);

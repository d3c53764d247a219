import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openIndex, type PagefindModule } from '../../src/lib/search/open-index.ts';
import { search } from '../../src/lib/search/search.ts';

/** An address that stands for the folder of the index: its files are read from the disk. */
const base = 'https://index.invalid/';

/** The search of a built site, in Node. */
export interface BuiltSearch {
  /** Addresses of the answers, best first. */
  readonly ask: (question: string) => Promise<string[]>;
  /** Bytes of every file of the index that was read so far, compressed, by name. */
  readonly loaded: ReadonlyMap<string, number>;
}

/**
 * Opens the index of a built site with the code that the browser runs.
 *
 * @param site the folder that the build wrote
 */
export async function openBuiltSearch(site: string): Promise<BuiltSearch> {
  const folder = path.join(site, 'pagefind');
  const loaded = new Map<string, number>();
  const read = async (name: string): Promise<Buffer> => {
    const content = await readFile(path.join(folder, name));
    loaded.set(name, Math.min(gzipSync(content, { level: 9 }).byteLength, content.byteLength));
    return content;
  };
  const fetchOther = globalThis.fetch;
  // Pagefind's script knows no other way to its files.
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(base)) return fetchOther(input, init);
    const { pathname } = new URL(address);
    return new Response(new Uint8Array(await read(pathname.slice(1))));
  };
  const script = pathToFileURL(path.join(folder, 'pagefind.js')).href;
  const index = await openIndex(
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    base,
    async <Content>(name: string) => JSON.parse((await read(name)).toString('utf8')) as Content,
  );
  await read('pagefind.js');
  const ask = async (question: string): Promise<string[]> =>
    (await search(index, question)).results.map(({ url }) => url);
  return { ask, loaded };
}

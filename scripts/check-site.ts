import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { builtPages, type BuiltPage } from './built-pages.ts';
import { ensureBuilt, root, site } from './built.ts';
import { brokenLinks } from './links.ts';
import {
  brokenPermalinks,
  linkableAnchors,
  permalinksFile,
  readPermalinks,
  withPublished,
} from './permalinks.ts';

/*
 * Checks the built site: links with their anchors, every address ever published, and the
 * HTML. With `--record`, adds what is new to the record of published addresses first.
 */
await ensureBuilt();
const pages = await builtPages(site);
const problems = [...(await links()), ...(await permalinks()), ...(await markup())];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${pages.length} pages: links, published addresses and HTML are right.`);

async function links(): Promise<string[]> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).slice(site.length));
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(pageAt('/')?.html ?? '')?.[1];
  const origin = new URL(canonical ?? 'http://localhost').origin;
  return brokenLinks({
    pages,
    origin,
    files: new Set(files.map((file) => file.replaceAll(path.sep, '/'))),
  });
}

async function permalinks(): Promise<string[]> {
  const record = readPermalinks(root, readFileSync);
  const built = Object.fromEntries(
    pages.filter(isPublished).map(({ address, html }) => [address, linkableAnchors(html)]),
  );
  const complete = withPublished(record, built);
  const ids = new Map(pages.map((page) => [page.address, page.ids]));
  if (process.argv.includes('--record')) {
    await writeFile(path.join(root, permalinksFile), `${JSON.stringify(complete, null, 2)}\n`);
    return brokenPermalinks(complete, ids);
  }
  const added = JSON.stringify(complete) === JSON.stringify(record);
  return [
    ...brokenPermalinks(record, ids),
    ...(added
      ? []
      : [`There are addresses that ${permalinksFile} lacks: run npm run check:site -- --record.`]),
  ];
}

/** Whether people may have linked to a page: not to an error, a list in parts, a made-up guide. */
function isPublished({ address, html }: BuiltPage): boolean {
  return !html.includes('content="noindex"') && !address.startsWith('/guides/scale-');
}

async function markup(): Promise<string[]> {
  const validate = new HtmlValidate(new FileSystemConfigLoader());
  const problems: string[] = [];
  for (const { file, address, html } of pages) {
    const { results } = await validate.validateString(html, path.join(site, file));
    for (const { messages } of results) {
      for (const { ruleId, message, line, column } of messages) {
        problems.push(`${address}:${line}:${column} ${message} (${ruleId})`);
      }
    }
  }
  return problems;
}

function pageAt(address: string): BuiltPage | undefined {
  return pages.find((page) => page.address === address);
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { minify } from 'vite';
import { contentFile, searchWordsOf, servicesOf } from '../src/lib/search/content.ts';
import { commonNames, indexCopy, type IndexedPage } from '../src/lib/search/index-copy.ts';

/** What our search loads of all that Pagefind writes. */
const needed = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_\w+)$/;

/** Writes the search index to `pagefind/` after the pages are written. */
export function searchIndex(): AstroIntegration {
  return {
    name: '2faa-search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const content = path.join(site, contentFile);
        const pages = JSON.parse(await readFile(content, 'utf8')) as IndexedPage[];
        await rm(content);
        const started = performance.now();
        const files = await indexFiles(site, pages);
        const lists = { 'words.json': searchWordsOf(pages), 'services.json': servicesOf(pages) };
        for (const [name, list] of Object.entries(lists)) {
          files.push({ path: name, content: Buffer.from(JSON.stringify(list)) });
        }
        for (const file of files) {
          const target = path.join(site, 'pagefind', file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.content);
        }
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${pages.length} pages in ${seconds} s`);
      },
    },
  };
}

interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

async function indexFiles(site: string, pages: readonly IndexedPage[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (index === undefined) throw failed(errors);
  try {
    const common = commonNames(pages.flatMap(({ headings }) => headings));
    for (const page of pages) await addPage(index, site, page, common);
    const written = await index.getFiles();
    if (written.errors.length > 0) throw failed(written.errors);
    const files = written.files.filter((file) => needed.test(file.path));
    return await Promise.all(files.map(smaller));
  } finally {
    await close();
  }
}

async function addPage(
  index: PagefindIndex,
  site: string,
  page: IndexedPage,
  common: ReadonlySet<string>,
): Promise<void> {
  const html = await readFile(path.join(site, page.url, 'index.html'), 'utf8');
  for (const { anchor } of page.headings) {
    if (anchor !== '' && !html.includes(` id="${anchor}"`)) {
      throw new Error(`${page.url} has no #${anchor}, which search would lead to.`);
    }
  }
  const { errors } = await index.addHTMLFile({ url: page.url, content: indexCopy(page, common) });
  if (errors.length > 0) throw failed(errors);
}

/** Pagefind's script comes with its spaces and names. */
async function smaller(file: IndexFile): Promise<IndexFile> {
  if (!file.path.endsWith('.js')) return file;
  const source = Buffer.from(file.content).toString('utf8');
  const { code, errors } = await minify(file.path, source, { module: true });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  return { path: file.path, content: Buffer.from(code) };
}

function failed(errors: readonly string[]): Error {
  return new Error(`Pagefind could not make the search index:\n${errors.join('\n')}`);
}

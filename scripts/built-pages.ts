import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A page of the built site. */
export interface BuiltPage {
  /** Its address, such as `/guides/aws-mfa/`. */
  readonly address: string;
  /** Its file, from the folder of the site. */
  readonly file: string;
  readonly html: string;
  readonly ids: ReadonlySet<string>;
}

/** Every page of the built site. */
export async function builtPages(site: string): Promise<BuiltPage[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
  return Promise.all(
    files.sort().map(async (file) => {
      const html = await readFile(path.join(site, file), 'utf8');
      const address = `/${file.replaceAll(path.sep, '/').replace(/index\.html$/, '')}`;
      return { address, file, html, ids: idsOf(html) };
    }),
  );
}

/** Every id of a page. */
export function idsOf(html: string): Set<string> {
  const elements = html.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '');
  return new Set([...elements.matchAll(/<[a-z][^>]*?\sid="([^"]+)"/g)].map(([, id = '']) => id));
}

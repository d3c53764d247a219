/** What the service worker of one build keeps; written into `/sw.js` by the build. */
export interface OfflinePlan {
  /** Changes with anything that is kept, its headers included. */
  readonly build: string;
  /** Changes with the headers that files are sent with. */
  readonly headers: string;
  /** Kept before the worker starts: by address, SHA-256 in Base64. All scripts are among it. */
  readonly core: Readonly<Record<string, string>>;
  /** Large or many: kept once they were used, or with everything. */
  readonly later: Readonly<Record<string, string>>;
  /** Old addresses, with and without their last slash, and where each leads. */
  readonly moved: Readonly<Record<string, string>>;
}

/** `/offline.json`: all that can be kept. */
export interface Everything {
  /** Addresses of all pages. */
  readonly pages: readonly string[];
  /** Of the pages and of all files beside them, uncompressed. */
  readonly bytes: number;
}

export const EVERYTHING = '/offline.json';

/** The page that is shown for one that is not kept. */
export const NOT_SAVED = '/not-saved/';

/** Where files have names that change with their content. */
export const HASHED = ['/_astro/', '/pagefind/page/', '/pagefind/index/', '/pagefind/filter/'];

/** Whether another content would have another address, so that any copy is the right one. */
export function isHashed(address: string): boolean {
  return HASHED.some((folder) => address.startsWith(folder));
}

/**
 * Whether a page is of this build, as far as scripts and styles go: it names no file that
 * this build does not have. Kept beside any other, it would open offline without them.
 */
export function belongsTo({ core, later }: OfflinePlan, files: Iterable<string>): boolean {
  return [...files].every((file) => Object.hasOwn(core, file) || Object.hasOwn(later, file));
}

/** The scripts and styles that a page names. */
export function filesNamed(html: string): Set<string> {
  return new Set(html.match(/\/_astro\/[\w./@~-]+\.(?:js|css)\b/g) ?? []);
}

/** Whether the text of a page arrived to its end. */
export function isWhole(html: string): boolean {
  // Scripts may stand behind it.
  return html.includes('</html>');
}

/** A file of a build. */
export interface BuiltFile {
  /** SHA-256 of its content, in hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** `build-manifest.json`: what a build consists of. */
export interface BuildManifest {
  readonly version: string;
  readonly commit?: string | undefined;
  /** The public address that it was built for, which stands in its pages. */
  readonly site: string;
  /** The address of the repository that its pages link to. */
  readonly repository?: string | undefined;
  readonly fingerprint: string;
  /** By path from the root of the site, such as `/app/index.html`, sorted; all but itself. */
  readonly files: Readonly<Record<string, BuiltFile>>;
}

export const MANIFEST = '/build-manifest.json';

/** The page that shows the fingerprint. */
export const SAYS_IT = '/version/index.html';

/** What a host reads and does not serve. */
const FOR_HOSTS = ['/_headers', '/_redirects'];

/** What stands in the page until the fingerprint is known. */
export const PLACEHOLDER = 'fingerprint-of-this-build';

/**
 * What the fingerprint of a build is the SHA-256 of: a line for each file, its hash and
 * its path, as `sha256sum` writes them.
 */
export function fingerprintText(files: BuildManifest['files']): string {
  return Object.keys(files)
    .filter((path) => path !== SAYS_IT)
    .sort()
    .map((path) => `${files[path]?.sha256 ?? ''}  ${path}\n`)
    .join('');
}

/** The address at which a host serves a file; undefined where it serves none. */
export function addressOf(path: string): string | undefined {
  return FOR_HOSTS.includes(path) ? undefined : path.replace(/\/index\.html$/, '/');
}

import {
  headerPolicy,
  kdfWorkerPolicy,
  serviceWorkerPolicy,
  workerPolicy,
} from '../src/lib/build/policy.ts';
import { HASHED } from '../src/lib/offline/plan.ts';
import type { BuiltSite } from './built-site.ts';

/** What is sent with a file. */
export type Headers = Readonly<Record<string, string>>;

const permissions = [
  'camera=(self)',
  'display-capture=(self)',
  'clipboard-read=(self)',
  'clipboard-write=(self)',
  ...['microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/** A path, where `*` stands for any rest, and what is sent with the files it matches. */
const rules: Readonly<Record<string, Headers>> = {
  '/*': {
    'Content-Security-Policy': headerPolicy,
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': permissions,
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  },
  // Not every host knows this type.
  '/manifest.webmanifest': { 'Content-Type': 'application/manifest+json' },
  '/guides/*.md': { 'Content-Type': 'text/markdown; charset=utf-8' },
  // A new version must be seen at once.
  '/sw.js': { 'Content-Security-Policy': serviceWorkerPolicy, 'Cache-Control': 'no-cache' },
  // File names there carry the hash of their content.
  ...Object.fromEntries(
    HASHED.map((folder) => [
      `${folder}*`,
      { 'Cache-Control': 'public, max-age=31536000, immutable' },
    ]),
  ),
  // Folders of their own, as not every host knows a `*` in the middle of a name.
  // Hosts either send this policy instead of the first one or both: it is made for both.
  '/_astro/kdf/*': { 'Content-Security-Policy': kdfWorkerPolicy },
  '/_astro/workers/*': { 'Content-Security-Policy': workerPolicy },
};

/** Writes `_headers`, the form that Netlify and Cloudflare Pages read, beside the pages. */
export function writeHeaders(site: BuiltSite): void {
  site.write('/_headers', format(rules));
}

function format(all: typeof rules): string {
  return Object.entries(all)
    .map(([path, sent]) => [path, ...Object.entries(sent).map(([k, v]) => `  ${k}: ${v}`)])
    .flat()
    .join('\n')
    .concat('\n');
}

/** Reads a `_headers` file; the inverse of what the build writes. */
export function parseHeaders(text: string): [path: string, Headers][] {
  const found: [string, Record<string, string>][] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const rule = found.at(-1);
    if (line.startsWith('/')) found.push([line.trim(), {}]);
    else if (rule && name !== undefined && value !== undefined) rule[1][name] = value;
  }
  return found;
}

/** All that is sent with the file at `pathname`; a later rule adds to an earlier one. */
export function headersFor(parsed: [path: string, Headers][], pathname: string): Headers {
  const matching = parsed.filter(([path]) => {
    const [before = '', after] = path.split('*');
    return after === undefined
      ? pathname === path
      : pathname.startsWith(before) && pathname.endsWith(after);
  });
  return Object.assign({}, ...matching.map(([, sent]) => sent)) as Headers;
}

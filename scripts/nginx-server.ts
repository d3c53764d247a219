import { headersFor, parseHeaders, type Headers } from './headers.ts';
import { parseRedirects } from './redirects.ts';

interface Served {
  readonly folder: string;
  readonly port: number;
  /** The content of `_headers` and of `_redirects`, from which all that is said here derives. */
  readonly headers: string;
  readonly redirects: string;
}

/**
 * A `server` block for nginx. A location that adds a header inherits none, so each has all
 * of its own; https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
 */
export function nginxServer({ folder, port, headers, redirects }: Served): string {
  const rules = parseHeaders(headers);
  const locations = rules
    .filter(([pattern]) => pattern !== '/*')
    .map(([pattern]) => {
      const sent = headersFor(rules, pattern.replace('*', 'x'));
      return block(`location ${matcher(pattern)}`, lines(sent));
    });
  const moved = [...parseRedirects(redirects)].map(
    ([from, to]) => `location = ${from} { return 301 ${to}$is_args$args; }`,
  );
  const all = headersFor(rules, '/');
  const markdown = { ...all, 'Content-Type': 'text/markdown; charset=utf-8' };
  return block('server', [
    `listen ${port};`,
    `root ${quoted(folder)};`,
    'index index.html;',
    'charset utf-8;',
    'charset_types text/css text/plain text/xml application/javascript application/json image/svg+xml;',
    'absolute_redirect off;',
    'server_tokens off;',
    'etag on;',
    'gzip on;',
    'gzip_vary on;',
    'gzip_types text/css text/plain application/javascript application/json application/manifest+json application/xml image/svg+xml;',
    'error_page 404 /404.html;',
    ...lines(all),
    'location / { try_files $uri $uri/ =404; }',
    block('location ~ \\.md$', lines(markdown)),
    // Read by other hosts, and no part of the site.
    'location ~ ^/_(headers|redirects)$ { return 404; }',
    ...locations,
    ...moved,
  ]);
}

/** The pattern of a rule as nginx matches it: a beginning, a whole path, or an expression. */
function matcher(pattern: string): string {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return `= ${pattern}`;
  if (after === '') return `^~ ${before}`;
  const escaped = [before, after].map((part) => part.replaceAll('.', '\\.'));
  return `~ ^${escaped.join('.*')}$`;
}

function lines(sent: Headers): string[] {
  const { 'Content-Type': type, 'Cache-Control': cache = 'no-cache', ...security } = sent;
  return [
    ...(type === undefined ? [] : ['types { }', `default_type ${quoted(type)};`]),
    // Not with errors: that a file is not there yet must not be kept for good.
    `add_header Cache-Control ${quoted(cache)};`,
    ...Object.entries(security).map(
      ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
    ),
  ];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function block(head: string, body: readonly string[]): string {
  const indented = body.map((line) => line.replace(/^/gm, '  '));
  return [`${head} {`, ...indented, '}'].join('\n');
}

/** The name of the one Trusted Types policy; it makes our own workers and nothing else. */
const TRUSTED_TYPES_POLICY = '2faa-workers';

/**
 * What every page may do, whether the policy arrives in its `<meta>` or as a
 * header. `script-src` and `style-src` are not here: Astro writes them into the
 * `<meta>`, with the hashes of that page.
 */
const shared = [
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
] as const;

/** For Astro's `security.csp.directives`. */
export const pageDirectives: ("default-src 'none'" | (typeof shared)[number])[] = [
  "default-src 'none'",
  ...shared,
];

/**
 * For the response header. No `default-src`: it would forbid the inline scripts
 * whose hashes only the page's own `<meta>` knows. Framing can be forbidden
 * here alone, a `<meta>` is not heard on it.
 */
export const headerPolicy = [...shared, "frame-ancestors 'none'"].join('; ');

/**
 * For the response that is the key derivation's worker: a worker obeys the policy of
 * its own file and not that of the page. It alone may compile WebAssembly. Where a host
 * sends `headerPolicy` along, both are enforced and the outcome is the same: that one
 * names no scripts, so it does not forbid WebAssembly, and the rest of it is in here.
 */
export const kdfWorkerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

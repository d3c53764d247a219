/** The name of the one Trusted Types policy; it makes our own workers and nothing else. */
const TRUSTED_TYPES_POLICY = '2faa-workers';

/** What every page may do, whether the policy arrives in its `<meta>` or as a header. */
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

/**
 * For the `<meta>` of every page.
 *
 * @param scripts hashes of the scripts that stand in the page, as `sha256-…`
 */
export function pagePolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((hash) => ` '${hash}'`).join('');
  return ["default-src 'none'", ...shared, `script-src 'self'${hashes}`, "style-src 'self'"].join(
    '; ',
  );
}

/**
 * For the response header. No `default-src`: it would forbid the inline scripts
 * whose hashes only the page's own `<meta>` knows. Framing can be forbidden
 * here alone, a `<meta>` is not heard on it.
 */
export const headerPolicy = [...shared, "frame-ancestors 'none'"].join('; ');

/** What no worker may do. */
const closed = [
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
] as const;

/**
 * For the response that is a worker with WebAssembly in it: a worker obeys the policy
 * of its own file and not that of the page, and these alone may compile any. It is a
 * whole policy, and so means the same whether a host sends it instead of `headerPolicy`
 * or beside it, where both are enforced: that one names no scripts, so it does not
 * forbid WebAssembly.
 */
const wasmWorkerPolicy = (connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `connect-src ${connect}`,
    ...closed,
  ].join('; ');

/** For the worker that derives keys, which asks nobody for anything. */
export const kdfWorkerPolicy = wasmWorkerPolicy("'none'");

/** For the workers that read pictures and search: they fetch the decoder and the index. */
export const workerPolicy = wasmWorkerPolicy("'self'");

/** For the service worker, which fetches what it keeps and loads no further script. */
export const serviceWorkerPolicy = ["default-src 'none'", "connect-src 'self'", ...closed].join(
  '; ',
);

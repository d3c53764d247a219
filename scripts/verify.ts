import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareServed, differentBuilds } from '../src/lib/build/compare.ts';
import { MANIFEST, type BuildManifest } from '../src/lib/build/manifest.ts';
import { sha256 } from './built-site.ts';
import { ensureBuilt, site } from './built.ts';
import { headersFor, parseHeaders } from './headers.ts';

/*
 * npm run verify -- URL: compares what a host serves with the build in `dist/`, file by
 * file, and the headers that it sends with those that it should send. Trust in the answer
 * is trust in the sources here, not in the host. Exit status: 0 the same, 1 not, 2 wrong usage.
 */

/** Milliseconds that an answer may take. */
const PATIENCE = 30_000;

const [argument = ''] = process.argv.slice(2);
const host = URL.parse(argument);
if (host === null || !/^https?:$/.test(host.protocol)) {
  console.error('Usage: npm run verify -- https://the-host.example/');
  process.exitCode = 2;
} else {
  await ensureBuilt();
  process.exitCode = (await verify(host)) ? 0 : 1;
}

/** Says what is the matter; answers whether nothing is. */
async function verify(host: URL): Promise<boolean> {
  const ours = JSON.parse(await readFile(path.join(site, MANIFEST), 'utf8')) as BuildManifest;
  const rules = parseHeaders(await readFile(path.join(site, '_headers'), 'utf8'));
  const wrongHeaders = new Map<string, string[]>();
  const manifest = await get(new URL(MANIFEST, host));
  if (manifest === undefined) {
    console.error(`${host.origin} serves no ${MANIFEST}: it is not 2FAA, or an older version.`);
    return false;
  }
  for (const reason of differentBuilds(ours, readManifest(await manifest.text(), ours)))
    console.error(reason);
  const { compared, problems } = await compareServed(ours, async (address) => {
    const response = await get(new URL(address, host));
    if (response === undefined) return undefined;
    for (const [name, value] of Object.entries(headersFor(rules, address))) {
      if (differs(name, value, response.headers.get(name)))
        wrongHeaders.set(name, [...(wrongHeaders.get(name) ?? []), address]);
    }
    return { sha256: sha256(new Uint8Array(await response.arrayBuffer())) };
  });
  for (const problem of problems) console.error(problem);
  for (const [name, addresses] of wrongHeaders) {
    const more = addresses.length > 1 ? ` and ${addresses.length - 1} more` : '';
    console.error(`The header ${name} is not the one of _headers: ${addresses[0] ?? ''}${more}`);
  }
  const good = compared - problems.length;
  console.log(`${good} of ${compared} files are those of this build, ${ours.fingerprint}.`);
  return problems.length === 0 && wrongHeaders.size === 0;
}

/** An answer that is a file, whichever redirects lead to it. */
async function get(url: URL): Promise<Response | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) }).catch(
    (error: unknown) => {
      console.error(`${url.href}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    },
  );
  // The page that says that there is none comes with its own status.
  if (response === undefined || !(response.ok || url.pathname === '/404.html')) return undefined;
  return response;
}

/** What the host says of itself; what makes no sense differs in everything. */
function readManifest(text: string, ours: BuildManifest): BuildManifest {
  try {
    return JSON.parse(text) as BuildManifest;
  } catch {
    return { ...ours, commit: 'unknown' };
  }
}

/** A host may add to a policy and say the type of a file in more words. */
function differs(name: string, value: string, sent: string | null): boolean {
  if (sent === null) return true;
  if (name === 'Content-Type') return !sent.startsWith(value.split(';', 1)[0] ?? value);
  return name === 'Content-Security-Policy' ? !sent.includes(value) : sent !== value;
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { builtCommit } from '../src/lib/build/commit.ts';
import {
  fingerprintText,
  MANIFEST,
  PLACEHOLDER,
  SAYS_IT,
  type BuildManifest,
  type BuiltFile,
} from '../src/lib/build/manifest.ts';
import { sha256, type BuiltSite } from './built-site.ts';
import { root } from './built.ts';

/** Writes the fingerprint into the page that shows it. */
export async function writeFingerprint(site: BuiltSite): Promise<void> {
  const html = await site.text(SAYS_IT);
  await site.write(SAYS_IT, html.replaceAll(PLACEHOLDER, fingerprintOf(await filesOf(site))));
}

/**
 * Writes `build-manifest.json`, which has the hash of every other file: it comes last.
 *
 * @param address the public one that the site was built for
 */
export async function writeManifest(site: BuiltSite, address: string): Promise<void> {
  const files = await filesOf(site);
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const manifest: BuildManifest = {
    version,
    commit: builtCommit(),
    site: address,
    repository: process.env.REPO_URL,
    fingerprint: fingerprintOf(files),
    files,
  };
  await site.write(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Every file of a built site but the manifest itself. */
export async function filesOf(site: BuiltSite): Promise<Record<string, BuiltFile>> {
  const files = (await site.list()).filter((file) => file !== MANIFEST);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await site.hashed(file)] as const)),
  );
}

export function fingerprintOf(files: BuildManifest['files']): string {
  return sha256(fingerprintText(files));
}

import { readFileSync } from 'node:fs';
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
export function writeFingerprint(site: BuiltSite): void {
  const html = site.text(SAYS_IT);
  site.write(SAYS_IT, html.replaceAll(PLACEHOLDER, fingerprintOf(filesOf(site))));
}

/**
 * Writes `build-manifest.json`, which has the hash of every other file: it comes last.
 *
 * @param address the public one that the site was built for
 */
export function writeManifest(site: BuiltSite, address: string): void {
  const files = filesOf(site);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
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
  site.write(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Every file of a built site but the manifest itself. */
export function filesOf(site: BuiltSite): Record<string, BuiltFile> {
  const files = site.list().filter((file) => file !== MANIFEST);
  return Object.fromEntries(files.map((file) => [file, site.hashed(file)]));
}

export function fingerprintOf(files: BuildManifest['files']): string {
  return sha256(fingerprintText(files));
}

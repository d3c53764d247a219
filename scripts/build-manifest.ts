import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtCommit } from '../src/lib/build/commit.ts';
import {
  fingerprintText,
  MANIFEST,
  PLACEHOLDER,
  type BuildManifest,
  type BuiltFile,
} from '../src/lib/build/manifest.ts';
import { root } from './built.ts';

/** Writes the fingerprint into the page that shows it. */
export function fingerprint(): AstroIntegration {
  return {
    name: '2faa-fingerprint',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const page = new URL('version/index.html', dir);
        const html = await readFile(page, 'utf8');
        const files = await filesOf(fileURLToPath(dir));
        await writeFile(page, html.replaceAll(PLACEHOLDER, fingerprintOf(files)));
      },
    },
  };
}

/** Writes `build-manifest.json`, which has the hash of every other file: it comes last. */
export function buildManifest(): AstroIntegration {
  let site = '';
  return {
    name: '2faa-build-manifest',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = await filesOf(folder);
        const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
          version: string;
        };
        const manifest: BuildManifest = {
          version,
          commit: builtCommit(),
          site,
          repository: process.env.REPO_URL,
          fingerprint: fingerprintOf(files),
          files,
        };
        await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
      },
    },
  };
}

/** Every file of a built site but the manifest itself. */
export async function filesOf(folder: string): Promise<Record<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const relative = path.relative(folder, path.join(entry.parentPath, entry.name));
      return `/${relative.replaceAll(path.sep, '/')}`;
    })
    .filter((file) => file !== MANIFEST)
    .sort();
  const files = paths.map(async (file) => {
    const content = await readFile(path.join(folder, file));
    return [file, { sha256: sha256(content), bytes: content.byteLength }] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

export function fingerprintOf(files: BuildManifest['files']): string {
  return sha256(fingerprintText(files));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

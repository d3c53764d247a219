import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

async function json<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(path.join(root, file), 'utf8')) as Content;
}

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const [own, node, lock] = await Promise.all([
  json<Package>('package.json'),
  json<Package>('scripts/current-node/package.json'),
  json<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json'),
]);

/** Packages that come from a registry; the others are folders of ours. */
const foreign = Object.entries(lock.packages).filter(([folder]) =>
  /(?:^|\/)node_modules\/(?!current-node$)/.test(folder),
);

const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '');

describe('what is installed', () => {
  it('is asked for in one exact version, or is a folder of ours', () => {
    const asked = [own.dependencies, own.devDependencies, node.optionalDependencies].flatMap(
      (each) => Object.values(each ?? {}),
    );
    expect(asked.length).toBeGreaterThan(40);
    for (const version of asked)
      expect(version).toMatch(/^(?:\d+\.\d+\.\d+|file:scripts\/[\w-]+)$/);
  });

  it('is known by the hash of its content, from whichever host it comes', () => {
    expect(foreign.length).toBeGreaterThan(500);
    for (const [folder, { integrity, resolved }] of foreign) {
      expect(integrity, folder).toMatch(/^sha512-/);
      expect(resolved, folder).toBeUndefined();
    }
  });

  it('runs a script of its own only where package.json names it', () => {
    const scripted = foreign.filter(([, { hasInstallScript }]) => hasInstallScript);
    const named = Object.keys(own.allowScripts ?? {}).sort();
    expect(scripted.map(([folder]) => nameOf(folder)).sort()).toEqual(named);
  });
});

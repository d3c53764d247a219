import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/built.ts';

/** What we are measured against and with; in a folder of its own, as the project needs none of it. */
const packages = { '@astrojs/starlight': '0.42.4', lighthouse: '13.5.0' } as const;

/** What the peers need of what we have, in the same version. */
const shared = ['astro', '@astrojs/preact', 'preact'] as const;

const folder = path.join(tmpdir(), '2faa-bench');

let installing: Promise<string> | undefined;

/** Installs the peers, once; gives their folder. */
export function outside(): Promise<string> {
  return (installing ??= install());
}

async function install(): Promise<string> {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<(typeof shared)[number], string>;
  };
  const same = Object.fromEntries(shared.map((name) => [name, own.devDependencies[name]]));
  const dependencies = { ...packages, ...same };
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies });
  const installed = path.join(folder, 'installed.json');
  if ((await readFile(installed, 'utf8').catch(() => '')) === wanted) return folder;
  console.log(`Installing ${Object.keys(packages).join(' and ')} in ${folder}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), wanted);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
  await writeFile(installed, wanted);
  return folder;
}

import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { MANIFEST } from '../src/lib/build/manifest.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const site = path.join(root, 'dist');

const inputs = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Builds the site unless `dist/` is complete and no input is newer. */
export async function ensureBuilt(): Promise<void> {
  // The manifest is written last, so a build that was interrupted lacks it.
  const built = await modified(path.join(site, MANIFEST));
  const newest = Math.max(...(await Promise.all(inputs.map((name) => newestIn(name)))));
  if (built > newest) return;
  // A test runner's own NODE_ENV would make it a build for tests.
  await run('astro', ['build'], { NODE_ENV: 'production' });
}

/** Runs a command of `node_modules/.bin`, its output shown; rejects unless it exits with 0. */
export function run(command: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  // npm's scripts have that folder on the path already; a bare `node scripts/…` has not.
  const bin = path.join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter), ...more };
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell, env });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${String(code)}`));
    });
  });
}

async function newestIn(name: string): Promise<number> {
  const full = path.join(root, name);
  const below = await readdir(full, { recursive: true }).catch(() => []);
  const times = [full, ...below.map((entry) => path.join(full, entry))].map(modified);
  return Math.max(...(await Promise.all(times)));
}

async function modified(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, cp, glob, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesOf } from '../../../scripts/build-manifest.ts';
import { builtSite } from '../../../scripts/built-site.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const inputs = [
  'src',
  'public',
  'scripts',
  'tests/unit/vault/golden',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];
const folders: string[] = [];

/** What the builds are made with; the slash at its end is a likely one. */
const repository = 'https://git.example/owner/2faa';

/** Builds a copy of the sources in a folder of its own; gives the built site. */
async function build(below: string, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-build-'));
  folders.push(folder);
  const project = path.join(folder, below);
  for (const input of [...inputs, 'permalinks.json'])
    await cp(path.join(root, input), path.join(project, input), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], {
    cwd: project,
    // What the runner sets for itself would make it a build for tests.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PROD: undefined,
      DEV: undefined,
      REPO_URL: `${repository}/`,
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return path.join(project, 'dist');
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

let one: string;

beforeAll(async () => {
  one = await build('one', { TZ: 'UTC', LANG: 'C' });
}, 120_000);

it('two builds of the same sources are the same, wherever and whenever they are made', async () => {
  const other = await build('another/folder', { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' });
  const files = filesOf(builtSite(one));
  expect(Object.keys(files).length).toBeGreaterThan(100);
  expect(filesOf(builtSite(other))).toEqual(files);
  const manifest = await readFile(path.join(one, 'build-manifest.json'), 'utf8');
  expect(await readFile(path.join(other, 'build-manifest.json'), 'utf8')).toBe(manifest);
  // The hashes are those that anyone's tools find.
  const { fingerprint } = JSON.parse(manifest) as { fingerprint: string };
  const lines = Object.entries(files)
    .filter(([file]) => file !== '/version/index.html')
    .map(([file, { sha256 }]) => `${sha256}  ${file}\n`);
  expect(createHash('sha256').update(lines.join('')).digest('hex')).toBe(fingerprint);
  expect(await readFile(path.join(one, 'version/index.html'), 'utf8')).toContain(fingerprint);
}, 120_000);

it('with a repository, each text leads to its own file there and to a report that names the page', async () => {
  const edited: string[] = [];
  for await (const file of glob('**/index.html', { cwd: one })) {
    const html = await readFile(path.join(one, file), 'utf8');
    const [, edit] = /href="([^"]*\/edit\/main\/[^"]*)"/.exec(html) ?? [];
    const [, report = ''] = /href="([^"]*\/issues\/new[^"]*)" data-report/.exec(html) ?? [];
    if (edit === undefined) continue;
    const source = edit.replace(`${repository}/edit/main/`, '');
    await access(path.join(root, source));
    edited.push(source);
    const url = new URL(report.replaceAll('&amp;', '&'));
    expect(`${url.origin}${url.pathname}`).toBe(`${repository}/issues/new`);
    const page = `/${path.dirname(file)}/`;
    expect(url.searchParams.get('body')).toMatch(new RegExp(`^Page: https://\\S+${page}\n`));
    expect(html).toContain(`<h1>${/^(.*): $/.exec(url.searchParams.get('title') ?? '')?.[1]}</h1>`);
    expect(path.basename(source, '.mdx')).toBe(path.basename(page));
  }
  const written = await Array.fromAsync(glob('src/content/**/*.mdx', { cwd: root }));
  expect(edited.toSorted()).toEqual(written.toSorted());
});

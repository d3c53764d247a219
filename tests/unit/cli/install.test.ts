import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const LINK = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8';

const client = { capabilities: {}, clientInfo: { name: 'test', version: '1' } };

let folder = '';
let installed = '';

/** Packs the project, and unpacks it where npm would put it, with nothing else there. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '2faa-install-'));
  installed = path.join(folder, 'node_modules/2faa');
  await mkdir(installed, { recursive: true });
  // On Windows npm is a script of the shell.
  execFileSync('npm', ['pack', '--pack-destination', folder], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: 'ignore',
  });
  execFileSync('tar', ['-xzf', path.join(folder, '2faa-0.1.0.tgz'), '-C', installed, '--strip=1']);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The Nodes on the path, without the one that npm put first. */
const nodes = [...new Set((process.env.PATH ?? '').split(path.delimiter))]
  .filter((place) => !place.includes('node_modules'))
  .flatMap((place) => {
    try {
      const file = path.join(place, 'node');
      return [{ file, version: execFileSync(file, ['-v'], { encoding: 'utf8' }).trim() }];
    } catch {
      return [];
    }
  });
const node20 = nodes.find(({ version }) => version.startsWith('v20.'))?.file;

function run(node: string, args: readonly string[], input: string) {
  return new Promise<{ status: unknown; out: string; error: string }>((resolve) => {
    const env = { ...process.env, INIT_CWD: root };
    const options = { cwd: folder, env };
    const bin = path.join(installed, 'bin/2faa.js');
    const child = execFile(node, [bin, ...args], options, (failure, out, error) => {
      resolve({ status: failure?.code ?? 0, out, error });
    });
    child.stdin?.end(input);
  });
}

describe('the package that npm pack makes', { timeout: 60_000 }, () => {
  test('brings the command, and needs nothing but the picture library', async () => {
    const manifest = JSON.parse(
      await readFile(path.join(installed, 'package.json'), 'utf8'),
    ) as Record<string, object | undefined>;
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(['sharp']);
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(manifest.bin).toEqual({ '2faa': 'bin/2faa.js' });
    const file = await readFile(path.join(installed, 'bin/2faa.js'), 'utf8');
    expect(file).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  const makesCodes = async (node: string) => {
    expect(await run(node, ['code', '--at', '59'], LINK)).toEqual({
      status: 0,
      out: '94287082\n',
      error: '',
    });
    const { error } = await run(node, ['code', 'x', '--vault', 'gone.json'], '');
    expect(error).toContain(path.join(folder, 'gone.json'));
  };
  test('makes codes, with paths from where it is called', () => makesCodes(process.execPath));
  test.skipIf(node20 === undefined)('does so with Node 20', () => makesCodes(node20 ?? ''));

  const servesAgents = async (node: string) => {
    const messages = [
      { method: 'initialize', params: { protocolVersion: '2025-11-25', ...client } },
      { method: 'tools/list', params: {} },
    ].map((message, id) => JSON.stringify({ jsonrpc: '2.0', id, ...message }));
    const { out } = await run(node, ['mcp', '--settings', 'none.json'], `${messages.join('\n')}\n`);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(first).toMatchObject({ result: { serverInfo: { name: '2faa', version } } });
    expect(second).toMatchObject({ result: { tools: [{}, {}, {}, { name: 'aws_session' }] } });
  };
  test('serves agents', () => servesAgents(process.execPath));
  test.skipIf(node20 === undefined)('does so with Node 20', () => servesAgents(node20 ?? ''));

  test('says what is missing where the picture library is', async () => {
    const { status, error } = await run(process.execPath, ['scan', 'package.tgz'], '');
    expect(status).toBe(1);
    expect(error).toContain('package.tgz');
    const scan = await run(process.execPath, ['scan', path.join(installed, 'LICENSE')], '');
    expect(scan.error).toContain('sharp is not installed');
  });
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createProgram } from '../../../src/cli/program.ts';
import { scripts } from '../../../src/cli/completion/scripts.ts';
import { commandWithVault } from './vault.ts';

const LINK =
  'otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&digits=8';
const { call, file, remove, withVault } = await commandWithVault('people');

beforeAll(async () => {
  await withVault(['add'], { input: LINK });
});
afterAll(remove);

describe('--copy', { timeout: 60_000 }, () => {
  const env = () => ({
    PATH: `${file('tools')}${path.delimiter}${process.env.PATH ?? ''}`,
    DISPLAY: ':99',
    WAYLAND_DISPLAY: undefined,
  });
  const clipboard = () => readFile(file('clipboard'), 'utf8');

  beforeAll(async () => {
    await mkdir(file('tools'));
    const tool = `#!/bin/sh
case "$*" in *-o*) cat '${file('clipboard')}' ;; *) cat > '${file('clipboard')}' ;; esac\n`;
    await writeFile(file('tools/xclip'), tool);
    await chmod(file('tools/xclip'), 0o755);
  });

  const isLinux = process.platform === 'linux';
  test.skipIf(!isLinux)('puts the code on the clipboard alone, and clears it', async () => {
    const args = ['code', 'alice', '--at', '59', '--copy', '--clear-after', '1'];
    const { status, out, error } = await withVault(args, { env: env() });
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(error).not.toContain('94287082');
    expect(await clipboard()).toBe('94287082');
    await vi.waitUntil(async () => (await clipboard()) === '', { timeout: 20_000, interval: 200 });
  });

  test.skipIf(!isLinux)('leaves alone what was copied since', async () => {
    const args = ['code', 'alice', '--copy', '--clear-after', '1'];
    await withVault(args, { env: env() });
    await writeFile(file('clipboard'), 'something else');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await clipboard()).toBe('something else');
  });

  test.skipIf(!isLinux)('says what is missing where nothing can copy', async () => {
    const none = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, WSL_DISTRO_NAME: undefined };
    const { status, out, error } = await withVault(['code', 'alice', '--copy'], { env: none });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('xclip');
  });
});

test('--watch is refused where there is no terminal', { timeout: 30_000 }, async () => {
  expect(await withVault(['code', '--watch'])).toMatchObject({ status: 2, out: '' });
});

test('help teaches, and no color goes where no terminal is', { timeout: 60_000 }, async () => {
  for (const args of [['--help'], ['code', '--help'], ['help', 'import'], ['vault', '--help']]) {
    const { status, out, error } = await call(args);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out).toContain('Usage: 2faa');
    expect(out).not.toContain('\u001B');
    expect(out).not.toContain('clear-clipboard');
  }
});

describe('completion', () => {
  const complete = (...words: string[]): string =>
    execFileSync(
      'bash',
      [
        '-c',
        `${scripts.bash(createProgram())}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _2faa; echo "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8' },
    ).trim();

  test.skipIf(process.platform === 'win32')('in bash knows commands and options', () => {
    expect(complete('2faa', 'co')).toBe('code completion');
    expect(complete('2faa', 'vault', 'cr')).toBe('create');
    expect(complete('2faa', 'code', 'aws', '--n')).toBe('--next');
    expect(complete('2faa', 'vault', 'passphrase', '--new-passphrase-f')).toBe(
      '--new-passphrase-file --new-passphrase-fd',
    );
  });

  test('in zsh and fish names the same', () => {
    for (const shell of ['zsh', 'fish'] as const) {
      const script = scripts[shell](createProgram());
      for (const word of ['import', 'passphrase', 'dry-run', 'vault-passphrase-fd'])
        expect(script).toContain(word);
    }
  });
});

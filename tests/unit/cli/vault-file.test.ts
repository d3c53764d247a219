import { chmod, readFile, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/lib/vault/entry.ts';
import { withLock } from '../../../src/cli/vault/lock.ts';
import { openVaultFile } from '../../../src/cli/vault/open.ts';
import { commandIn } from './command.ts';

const PASSPHRASE = 'correct horse battery';
const { call, file, folder, remove } = await commandIn('vault-file');
const vault = file('vault.json');
const options = { vault, vaultPassphraseFile: file('passphrase') };
const flags = ['--vault', 'vault.json', '--vault-passphrase-file', 'passphrase'];

beforeAll(async () => {
  await writeFile(file('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  const made = await call(['vault', 'create', ...flags]);
  expect(made).toEqual({ status: 0, out: `The vault is at ${vault}\n`, error: '' });
});

afterAll(remove);

let original = '';
beforeEach(async () => {
  original ||= await readFile(vault, 'utf8');
  await writeFile(vault, original);
  await chmod(vault, 0o600);
});

function entry(id: string): Entry {
  const secret = new Uint8Array(20).fill(7);
  const otp = { issuer: 'Example', account: id, secret, algorithm: 'SHA1', digits: 6 } as const;
  const at = { createdAt: 1, updatedAt: 1 };
  return { id, otp: { ...otp, type: 'totp', period: 30 }, status: 'active', ...at };
}

async function add(id: string): Promise<void> {
  const opened = await openVaultFile(options);
  await opened.change(() => ({ result: undefined, changed: [{ entry: entry(id) }] }));
}

const ids = async () => (await openVaultFile(options)).entries.map(({ id }) => id).sort();

describe('the vault file', { timeout: 60_000 }, () => {
  test('is closed to others and opens only with its passphrase', async () => {
    expect((await stat(vault)).mode & 0o777).toBe(0o600);
    await writeFile(file('wrong'), 'correct horse buttery', { mode: 0o600 });
    const wrong = await call(['list', '--vault', vault, '--vault-passphrase-file', 'wrong']);
    expect(wrong).toEqual({
      status: 1,
      out: '',
      error: `That passphrase does not open ${vault}.\n`,
    });
  });

  test('is never made over another', async () => {
    const { status, error } = await call(['vault', 'create', ...flags]);
    expect(status).toBe(1);
    expect(error).toContain('already');
    expect(await readFile(vault, 'utf8')).toBe(original);
  });

  test.each([0o640, 0o604, 0o660, 0o602])('is refused where others reach it: %o', async (mode) => {
    await chmod(vault, mode);
    const { status, out, error } = await call(['list', ...flags]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error).toContain('chmod 600');
  });

  test('is found by TWOFAA_VAULT, and in the data folder', async () => {
    const env = { TWOFAA_VAULT: 'vault.json', TWOFAA_VAULT_PASSPHRASE_FILE: 'passphrase' };
    expect(await call(['list', '--json'], { env })).toMatchObject({ status: 0, out: '[]\n' });
    const { error } = await call(['list', '--json']);
    expect(error).toContain(file('2faa/vault.json'));
  });

  test.each([
    ['text', 'not a vault', /no vault file/],
    ['cut off', '{"format":"2faa-backup"', /no vault file/],
    ['of a newer version', '{"format":"2faa-backup","version":2}', /newer version/],
  ])('is refused where it is %s, and left alone', async (_, content, message) => {
    await writeFile(vault, content);
    const { status, error } = await call(['list', ...flags]);
    expect(status).toBe(1);
    expect(error).toMatch(message);
    expect(await readFile(vault, 'utf8')).toBe(content);
  });

  test('is refused where its head was changed', async () => {
    const changed = JSON.parse(original) as { revision: number };
    changed.revision += 1;
    await writeFile(vault, JSON.stringify(changed));
    expect((await call(['list', ...flags])).error).toContain('changed by something else');
  });

  test('asks for the passphrase on a terminal, and refuses where there is none', async () => {
    const { status, error } = await call(['list', '--vault', vault], { input: PASSPHRASE });
    expect(status).toBe(1);
    expect(error).toContain('no terminal');
    expect(error).toContain('--vault-passphrase-file');
  });
});

describe('a change', { timeout: 60_000 }, () => {
  test('is stored with the version before it kept, and nothing else left', async () => {
    await add('one');
    expect(await readFile(`${vault}.previous`, 'utf8')).toBe(original);
    expect((await stat(vault)).mode & 0o777).toBe(0o600);
    expect(await ids()).toEqual(['one']);
    const names = await readdir(folder);
    expect(names.filter((name) => name.includes('.lock') || name.includes('.new-'))).toEqual([]);
  });

  test('is made on what others stored meanwhile', async () => {
    const early = await openVaultFile(options);
    await add('one');
    await early.change(() => ({ result: undefined, changed: [{ entry: entry('two') }] }));
    expect(await ids()).toEqual(['one', 'two']);
  });

  test('is lost by none of ten that come at once', async () => {
    const names = Array.from('abcdefghij');
    await Promise.all(names.map(add));
    expect(await ids()).toEqual(names);
  });

  test('that changes nothing writes nothing', async () => {
    const opened = await openVaultFile(options);
    expect(await opened.change(() => ({ result: 7, changed: [] }))).toBe(7);
    expect(await readFile(vault, 'utf8')).toBe(original);
  });

  test('whose rule fails writes nothing and lets go', async () => {
    const opened = await openVaultFile(options);
    const failing = opened.change(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readFile(vault, 'utf8')).toBe(original);
    await add('one');
    expect(await ids()).toEqual(['one']);
  });

  test('goes to the file that a link points to', async () => {
    await symlink(vault, file('link.json'));
    const opened = await openVaultFile({ ...options, vault: file('link.json') });
    await opened.change(() => ({ result: undefined, changed: [{ entry: entry('one') }] }));
    expect(await ids()).toEqual(['one']);
  });

  test('clears away what a killed one left, and its lock', async () => {
    await writeFile(file('.vault.json.new-1'), 'half');
    const holder = { pid: 2 ** 22 + 1, host: hostname(), token: 'gone' };
    await writeFile(`${vault}.lock`, JSON.stringify(holder));
    await add('one');
    expect(await ids()).toEqual(['one']);
    expect(await readdir(folder)).not.toContain('.vault.json.new-1');
    expect(await readdir(folder)).not.toContain('vault.json.lock');
  });

  test('does not outlive its lock', async () => {
    const opened = await openVaultFile(options);
    const change = opened.update(async (current) => {
      await writeFile(`${vault}.lock`, JSON.stringify({ token: 'somebody else' }));
      return { result: undefined, content: { ...current } };
    });
    await expect(change).rejects.toThrow('took over');
    expect(await readFile(vault, 'utf8')).toBe(original);
    await utimes(`${vault}.lock`, 0, 0);
  });
});

test('a lock that its process still holds is waited for', async () => {
  const order: string[] = [];
  const hold = withLock(file('held'), async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push('first');
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await withLock(file('held'), () => Promise.resolve(order.push('second')));
  await hold;
  expect(order).toEqual(['first', 'second']);
});

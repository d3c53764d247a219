import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVaultFile } from '../../../src/cli/vault/create.ts';
import { openVaultFile } from '../../../src/cli/vault/open.ts';
import { capture } from '../../../src/lib/vault/entry-rules.ts';
import type { Entry } from '../../../src/lib/vault/entry.ts';

export const PASSPHRASE = 'never seen by any program';

const main = path.resolve(import.meta.dirname, '../../../src/cli/main.ts');

/** A home with a vault file and settings, and the server as clients start it. */
export async function mcpHome(entries: readonly Entry[], settings: unknown) {
  const folder = await mkdtemp(path.join(tmpdir(), '2faa-mcp-'));
  const file = (name: string): string => path.join(folder, name);
  const options = { vault: file('vault.json'), vaultPassphraseFile: file('passphrase') };
  await writeFile(options.vaultPassphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  await createVaultFile(options);
  const add = async ({ id, otp }: Entry): Promise<void> => {
    const vault = await openVaultFile(options);
    await vault.change((all) => capture(all, { otp }, id, 1));
  };
  for (const each of entries) await add(each);
  const configure = (text: unknown): Promise<void> =>
    writeFile(file('mcp.json'), JSON.stringify(text), { mode: 0o600 });
  await configure(settings);
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_STATE_HOME: file('state'),
    XDG_CACHE_HOME: file('cache'),
    XDG_DATA_HOME: file('data'),
    XDG_CONFIG_HOME: file('config'),
  };
  const flags = ['--vault', options.vault, '--vault-passphrase-file', options.vaultPassphraseFile];
  const args = [main, 'mcp', '--settings', file('mcp.json'), ...flags];
  return {
    ...{ folder, file, env, args, options, add, configure },
    audit: () => readFile(file('state/2faa/audit.jsonl'), 'utf8'),
    remove: () => rm(folder, { recursive: true, force: true }),
    /** Calls the command with this input, which ends when the output has `until` in it. */
    run: (input: string, given: readonly string[] = args, until = '') =>
      run(env, given, input, until),
  };
}

function run(
  env: Record<string, string>,
  args: readonly string[],
  input: string,
  until: string,
): Promise<{ status: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    // Without a controlling terminal nobody can be asked.
    const child = spawn(process.execPath, args, { env, detached: true });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (until !== '' && out.includes(until)) child.stdin.end();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.stdin.on('error', () => undefined);
    child.stdin.write(input);
    if (until === '') child.stdin.end();
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, out, error });
    });
  });
}

import { readFile, writeFile } from 'node:fs/promises';
import { openContent } from '../../../src/lib/vault/backup.ts';
import { deriveInNode } from '../../../src/cli/vault/derive.ts';
import { commandIn, type Call } from './command.ts';

export const PASSPHRASE = 'correct horse battery';

/** The command in a folder of its own, with an empty vault in it. */
export async function commandWithVault(name: string) {
  const command = await commandIn(name);
  const vault = command.file('vault.json');
  const flags = ['--vault', 'vault.json', '--vault-passphrase-file', 'passphrase'];
  await writeFile(command.file('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  const made = await command.call(['vault', 'create', ...flags]);
  if (made.status !== 0) throw new Error(made.error);
  const empty = await readFile(vault, 'utf8');
  return {
    ...command,
    vault,
    flags,
    /** Makes the vault as it was at first. */
    reset: () => writeFile(vault, empty),
    /** Calls a command with the vault. */
    withVault: (args: readonly string[], call?: Call) => command.call([...args, ...flags], call),
    /** All that is in the vault. */
    entries: async () => {
      const text = await readFile(vault, 'utf8');
      const { entries } = await openContent(text, { passphrase: PASSPHRASE }, deriveInNode);
      return entries.map(({ entry }) => entry);
    },
  };
}

import type { Command } from 'commander';
import { print } from '../output.ts';
import type { VaultOptions } from './open.ts';
import { withVaultOptions } from './options.ts';

export function vaultCommand(program: Command): void {
  const vault = program
    .command('vault')
    .description('Make the vault file, or change its passphrase');
  withVaultOptions(vault.command('create'))
    .description('Make an empty vault file, which nobody but you can read')
    .action(async (options: VaultOptions) => {
      const { createVaultFile } = await import('./create.ts');
      print(`The vault is at ${await createVaultFile(options)}`);
    });
}

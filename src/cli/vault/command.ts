import type { Command } from 'commander';
import { print } from '../output.ts';
import type { VaultOptions } from './open.ts';
import { descriptor, withVaultOptions } from './options.ts';

interface NewPassphraseOptions extends VaultOptions {
  readonly newPassphraseFile?: string;
  readonly newPassphraseFd?: number;
}

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
  withVaultOptions(vault.command('passphrase'))
    .description('Change the passphrase. Backups keep the one that they were made with')
    .option('--new-passphrase-file <file>', 'read the new one from the first line of a file')
    .option('--new-passphrase-fd <number>', 'or from a file descriptor', descriptor)
    .action(async (options: NewPassphraseOptions) => {
      const { changePassphrase } = await import('./passphrase.ts');
      const source = { file: options.newPassphraseFile, fd: options.newPassphraseFd };
      const path = await changePassphrase(options, source);
      print(`The passphrase of ${path} is changed. Make a new backup: 2faa export --to 2faa`);
    });
}

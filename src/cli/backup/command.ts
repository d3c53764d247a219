import type { Command } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { descriptor, withVaultOptions } from '../vault/options.ts';

export interface VerifyOptions extends VaultOptions {
  readonly passphraseFile?: string;
  readonly passphraseFd?: number;
  readonly alone?: boolean;
  readonly json?: boolean;
}

export function backupCommand(program: Command): void {
  const backup = program.command('backup').description('Check a backup');
  withVaultOptions(backup.command('verify'))
    .summary('open a backup and compare it with the vault')
    .description(
      'Open a backup and say whether it would bring back every entry that is in use now. Exit status 1 where it would not.',
    )
    .argument('<file>', 'the backup')
    .option('--passphrase-file <file>', 'what opens the backup: read it from a file’s first line')
    .option('--passphrase-fd <number>', 'or from a file descriptor', descriptor)
    .option('--alone', 'only open it; compare it with nothing')
    .option('--json', 'created, entries, restorable, total, missing and older')
    .action(async (file: string, options: VerifyOptions) => {
      const { verify } = await import('./verify.ts');
      await verify(file, options);
    });
}

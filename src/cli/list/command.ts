import type { Command } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { withVaultOptions } from '../vault/options.ts';

export interface ListOptions extends VaultOptions {
  readonly json?: boolean;
  readonly all?: boolean;
}

export function listCommand(program: Command): void {
  withVaultOptions(program.command('list'))
    .description('Show the entries of the vault; no secrets')
    .option('--all', 'also those that were replaced, and those in the trash')
    .option('--json', 'one array of objects')
    .action(async (options: ListOptions) => {
      const { list } = await import('./list.ts');
      await list(options);
    });
}

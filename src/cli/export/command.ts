import type { Command } from 'commander';
import { Option } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { withVaultOptions } from '../vault/options.ts';

/** Names of what can be written. */
const NAMES = ['2faa', 'otpauth', 'google'] as const;

export interface ExportOptions extends VaultOptions {
  readonly to: (typeof NAMES)[number];
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  $ 2faa export --to 2faa > backup.json        encrypted, as the vault file itself
  $ 2faa export --to otpauth --output links    secrets in the clear, for other apps

Only --to 2faa is encrypted. Delete the others as soon as the other app has them.`;

export function exportCommand(program: Command): void {
  withVaultOptions(program.command('export'))
    .summary('write the entries as a backup, or for another app')
    .description(
      'Write the entries as a backup (2faa, encrypted), as otpauth:// links (otpauth) or as the links of Google Authenticator’s export (google).',
    )
    .addOption(new Option('--to <name>', 'the format').choices(NAMES).makeOptionMandatory())
    .option('--output <file>', 'a new file, which nobody but you can read; else standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { exportEntries } = await import('./export.ts');
      await exportEntries(options);
    });
}

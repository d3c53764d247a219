import type { Command } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { descriptor, withVaultOptions } from '../vault/options.ts';

export interface ImportOptions extends VaultOptions {
  readonly passphraseFile?: string;
  readonly passphraseFd?: number;
  readonly from?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ 2faa import backup.json --dry-run         what it holds; nothing is stored
  $ 2faa import 2faa-backup-2027-01-15.json   asks for the backup's passphrase
  $ 2faa import google-export.png             the QR code that Google Authenticator shows

Nothing is overwritten: what is here already is left as it is.`;

export function importCommand(program: Command): void {
  withVaultOptions(program.command('import'))
    .summary('take entries in from a backup or another app’s export')
    .description(
      'Take entries in from a backup, a list of otpauth links, or an export of Google Authenticator (its links, or a picture of its QR code).',
    )
    .argument('<file>', 'the file (- is standard input)')
    .option(
      '--passphrase-file <file>',
      'what opens the file: read it from the first line of another',
    )
    .option('--passphrase-fd <number>', 'or from a file descriptor', descriptor)
    .option('--from <name>', 'the format, where it is not told by itself')
    .option('--dry-run', 'only show what would be done; without --vault it needs no vault')
    .option('--json', 'format, added, duplicates and failed; secrets only with --dry-run')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ImportOptions) => {
      const { importFile } = await import('./import.ts');
      await importFile(file, options);
    });
}

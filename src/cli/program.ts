import { Command } from 'commander';
import { addCommand } from './add/command.ts';
import { awsCommand } from './aws/command.ts';
import { clearClipboardCommand, codeCommand } from './code/command.ts';
import { completionCommand } from './completion/command.ts';
import { backupCommand } from './backup/command.ts';
import { exportCommand } from './export/command.ts';
import { importCommand } from './import/command.ts';
import { listCommand } from './list/command.ts';
import { auditCommand } from './mcp/audit/command.ts';
import { mcpCommand } from './mcp/command.ts';
import { scanCommand } from './scan/command.ts';
import { vaultCommand } from './vault/command.ts';
import { version } from './version.ts';

const HELP = `
To begin with:
  $ 2faa vault create                 makes the vault, under a passphrase that you choose
  $ 2faa add screenshot.png           from the picture of a QR code
  $ 2faa code aws                     the code of the entry with "aws" in its name
  $ 2faa code --help                  how any of the commands is called

The vault is a backup file of the authenticator: save one there and name it with --vault or
$TWOFAA_VAULT, or import it. Secrets, passphrases and links are never taken as arguments.
Exit status: 0 done, 1 refused (the reason is on standard error), 2 wrong usage.`;

/** Every command of the tool; each adds itself, and loads what it does when it is called. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  codeCommand,
  listCommand,
  addCommand,
  importCommand,
  exportCommand,
  backupCommand,
  scanCommand,
  vaultCommand,
  awsCommand,
  mcpCommand,
  auditCommand,
  completionCommand,
  clearClipboardCommand,
];

/** The parser of the whole command line. It throws CommanderError instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('2faa')
    .description('Codes for two-factor authentication, from an encrypted vault file.')
    .addHelpText('after', HELP)
    .version(version, '-V, --version', 'show the version')
    .configureOutput({
      // A value behind an option that is misspelled may be a secret.
      outputError: (text, write) => {
        write(text.replace(/(--?[\w-]+)=[^']*/g, '$1'));
      },
    })
    .showHelpAfterError('(--help behind a command shows how it is called)')
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return program;
}

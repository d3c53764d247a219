import { Command } from 'commander';
import { addCommand } from './add/command.ts';
import { awsCommand } from './aws/command.ts';
import { codeCommand } from './code/command.ts';
import { backupCommand } from './backup/command.ts';
import { exportCommand } from './export/command.ts';
import { importCommand } from './import/command.ts';
import { listCommand } from './list/command.ts';
import { auditCommand } from './mcp/audit/command.ts';
import { mcpCommand } from './mcp/command.ts';
import { scanCommand } from './scan/command.ts';
import { vaultCommand } from './vault/command.ts';

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
];

/** The parser of the whole command line. It throws CommanderError instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('2faa')
    .description('Codes for two-factor authentication, from an encrypted vault file.')
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

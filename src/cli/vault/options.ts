import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

/** The options that every command with the vault has; their values are `VaultOptions`. */
export function withVaultOptions(command: Command): Command {
  return command
    .option('--vault <file>', 'the vault file (or $TWOFAA_VAULT; else in your data folder)')
    .option(
      '--vault-passphrase-file <file>',
      'read its passphrase from the first line of a file (or $TWOFAA_VAULT_PASSPHRASE_FILE)',
    )
    .option('--vault-passphrase-fd <number>', 'or from a file descriptor', descriptor);
}

export function descriptor(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}

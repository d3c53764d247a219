import type { Command } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { withVaultOptions } from '../vault/options.ts';

export interface AddOptions extends VaultOptions {
  readonly uriFile?: string;
  readonly issuer?: string;
  readonly account?: string;
  readonly name?: string;
  readonly tag?: readonly string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ 2faa add screenshot.png                     from a picture of the QR code
  $ wl-paste --type image/png | 2faa add        from a picture on the clipboard
  $ 2faa add --issuer GitHub --account ada      asks for the key, without showing it
  $ pass show aws/otp | 2faa add                from a link or a key

An entry for the same issuer and account is kept as replaced: 2faa list --all`;

export function addCommand(program: Command): void {
  withVaultOptions(program.command('add'))
    .summary('put an entry into the vault, from a picture, a link or a key')
    .description(
      'Put an entry into the vault: from a picture of its QR code, or from an otpauth:// link, a key or a picture on standard input. On a terminal it asks for the link or key.',
    )
    .argument('[picture]', 'picture of the QR code (PNG, JPEG, WebP and others)')
    .option('--uri-file <file>', 'the link or key in a file (- is standard input)')
    .option('--issuer <name>', 'which service it is for, in place of what the link says')
    .option('--account <name>', 'which account it is for, in place of what the link says')
    .option('--name <name>', 'your own name for it')
    .option('--tag <name...>', 'a tag, or several')
    .option('--json', 'the entry, without its secret')
    .addHelpText('after', EXAMPLES)
    .action(async (picture: string | undefined, options: AddOptions) => {
      const { add } = await import('./add.ts');
      await add(picture, options);
    });
}

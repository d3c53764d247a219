import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { VaultOptions } from '../vault/open.ts';
import { withVaultOptions } from '../vault/options.ts';

export interface CodeOptions extends VaultOptions {
  readonly uriFile?: string;
  readonly next?: boolean;
  /** Seconds since the Unix epoch. */
  readonly at?: number;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly copy?: boolean;
  /** Seconds until the clipboard is cleared. */
  readonly clearAfter: number;
}

const EXAMPLES = `
Examples:
  $ 2faa code aws                          the code of the one entry that has "aws" in its name
  $ 2faa code github ada --next            the code after it; words narrow the choice
  $ 2faa code github --copy                to the clipboard, which is cleared after 45 s
  $ 2faa code --watch                      all codes, live
  $ pass show aws/otp | 2faa code          from an otpauth:// link or a key, without a vault
  $ aws sts get-session-token --serial-number "$ARN" --token-code "$(2faa code aws)"

Standard output has the code and nothing else. Exit status: 0 done, 1 refused, 2 wrong usage.`;

export function codeCommand(program: Command): void {
  withVaultOptions(program.command('code'))
    .summary('print the current code of an entry')
    .description(
      'Print the current code of an entry. The query is words of its issuer, account, name or tags; where several entries match, they are listed.',
    )
    .argument('[query...]', 'words of the entry’s name, or its id')
    .option('--next', 'the code after the current one')
    .option('--at <seconds>', 'the code of that moment, in seconds since 1970', seconds)
    .option('--uri-file <file>', 'the code of the link or key in a file (- is standard input)')
    .option('--json', 'issuer, account, code, next, period and expiresIn')
    .option('--watch', 'show the codes of all that match, with their countdown, until Ctrl-C')
    .option('--copy', 'to the clipboard and not to standard output')
    .option('--clear-after <seconds>', 'when the clipboard is cleared', duration, 45)
    .addHelpText('after', EXAMPLES)
    .action(async (query: string[], options: CodeOptions) => {
      if (options.watch) {
        const { watch } = await import('./watch.ts');
        await watch(query.join(' '), options);
        return;
      }
      const { code } = await import('./code.ts');
      await code(query.join(' '), options);
    });
}

/** Not for people: what `--copy` leaves behind to clear the clipboard. */
export function clearClipboardCommand(program: Command): void {
  program.command('clear-clipboard', { hidden: true }).action(async () => {
    const { clearLater } = await import('../clipboard/copy.ts');
    await clearLater();
  });
}

function duration(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError('It is a whole number of seconds, from 1 to 9999.');
  return Number(text);
}

/** The last second that a date can have. */
const LATEST = 8_640_000_000_000;

function seconds(text: string): number {
  if (!/^\d{1,13}$/.test(text) || Number(text) > LATEST)
    throw new InvalidArgumentError('It is a whole number of seconds since 1970.');
  return Number(text);
}

import { scan, scanUsage } from './scan.ts';
import { RefusedError, UsageError } from './usage.ts';

type Say = (line: string) => void;
type Command = (args: readonly string[], print: Say, warn: Say) => Promise<void>;

const commands: Readonly<Record<string, Command>> = { scan };

const usage = `The commands are:\n\n${scanUsage}\n`;

const print: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

const warn: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

/** Exit status: 0 done, 1 refused, 2 wrong usage; the reason is on standard error. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(name)) {
    print(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(`There is no such command. ${usage}`);
    await command(args, print, warn);
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    warn(error.message);
    if (error instanceof RefusedError) return 1;
    // What `parseArgs` says of an unknown or incomplete option.
    const code = 'code' in error ? String(error.code) : '';
    return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));

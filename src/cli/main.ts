#!/usr/bin/env node
import { CommanderError } from 'commander';
import { refuseSecrets } from './arguments.ts';
import { RefusedError, UsageError } from './errors.ts';
import { endQuietlyWhenUnread, warn } from './output.ts';
import { createProgram } from './program.ts';

/** Exit status: 0 done, 1 refused, 2 wrong usage; the reason is on standard error. */
async function main(args: readonly string[]): Promise<number> {
  try {
    refuseSecrets(args);
    await createProgram().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // The parser has said by itself what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError || error instanceof RefusedError) warn(error.message);
    else warn(`This should not have happened: ${error instanceof Error ? error.name : 'unknown'}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

endQuietlyWhenUnread();
process.exitCode = await main(process.argv.slice(2));

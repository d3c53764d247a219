import type { Command } from 'commander';
import { withVaultOptions } from '../vault/options.ts';
import type { ServeOptions } from './serve.ts';

export function mcpCommand(program: Command): void {
  withVaultOptions(program.command('mcp'))
    .description('Give codes to AI agents over MCP, on standard input and output')
    .option(
      '--settings <file>',
      'which entries are allowed (else 2faa/mcp.json in your config folder)',
    )
    .addHelpText(
      'after',
      `
No entry is allowed until you name it in mcp.json:

  { "entries": { "aws-dev": { "issuer": "Amazon Web Services", "account": "alice@123456789012" } } }

You are asked each time, unless the entry says "approval": "always". Each call is written
to the audit log: 2faa audit`,
    )
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      await serve(options);
    });
}

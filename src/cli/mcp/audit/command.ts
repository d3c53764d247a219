import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';

export interface AuditOptions {
  readonly entry?: string;
  readonly since?: number;
  readonly refused?: boolean;
  readonly last?: number;
  readonly json?: boolean;
}

export function auditCommand(program: Command): void {
  program
    .command('audit')
    .description('Show what agents asked for over MCP, and what they got; no codes')
    .option('--entry <name>', 'only calls for this name in mcp.json')
    .option('--since <time>', 'only since a day or a time, such as 2026-11-24', moment)
    .option('--refused', 'only calls that got nothing')
    .option('--last <number>', 'only so many, the latest', count)
    .option('--json', 'one object a line, as in the log')
    .action(async (options: AuditOptions) => {
      const { showAudit } = await import('./show.ts');
      await showAudit(options);
    });
}

function moment(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new InvalidArgumentError('It is a date, such as 2026-11-24.');
  return time;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

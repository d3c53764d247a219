import type { Command } from 'commander';

export function scanCommand(program: Command): void {
  program
    .command('scan')
    .description('Read the QR codes in pictures (PNG, JPEG, WebP and others) and print their texts')
    .argument('<file...>', 'pictures')
    .option('--json', 'one object a line and file: {"file","text":[…]}')
    .action(async (files: string[], { json = false }: { json?: boolean }) => {
      const { scan } = await import('./scan.ts');
      await scan(files, json);
    });
}

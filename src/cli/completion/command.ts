import type { Command } from 'commander';
import { Argument } from 'commander';
import { print } from '../output.ts';
import { SHELLS, scripts, type Shell } from './scripts.ts';

const HELP = `
Put it where your shell looks:
  bash   2faa completion bash > ~/.local/share/bash-completion/completions/2faa
  zsh    2faa completion zsh > "\${fpath[1]}/_2faa"
  fish   2faa completion fish > ~/.config/fish/completions/2faa.fish`;

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('Print a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', HELP)
    .action((shell: Shell) => {
      print(scripts[shell](program));
    });
}

import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Described {
  readonly name: string;
  readonly about: string;
}

/** A command with all that may stand behind it. */
interface Place {
  /** Its name as it is typed behind `2faa`; empty for the tool itself. */
  readonly path: string;
  readonly commands: readonly Described[];
  readonly options: readonly Described[];
}

/** What each shell reads. All is derived from the parser's own commands. */
export const scripts: Readonly<Record<Shell, (program: Command) => string>> = { bash, zsh, fish };

/** The tool and its commands, those with subcommands before these. */
function places(command: Command, path: readonly string[] = []): Place[] {
  const visible = command.createHelp().visibleCommands(command);
  const here: Place = {
    path: path.join(' '),
    commands: visible.map((one) => ({
      name: one.name(),
      about: one.summary() || one.description(),
    })),
    options: command
      .createHelp()
      .visibleOptions(command)
      .flatMap(({ long, description }) => (long ? [{ name: long, about: description }] : [])),
  };
  const inner = command.commands.filter((one) => visible.includes(one));
  return [here, ...inner.flatMap((one) => places(one, [...path, one.name()]))];
}

function bash(program: Command): string {
  const cases = places(program).map(
    ({ path, commands, options }) =>
      `    '${path}') words='${[...commands, ...options].map(({ name }) => name).join(' ')}' ;;`,
  );
  return `# Completion of 2faa for bash.
_2faa() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${findPlace(program, cases)}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  # Behind an option and for arguments: files.
  if [ "\${#COMPREPLY[@]}" -eq 0 ]; then COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _2faa 2faa`;
}

function zsh(program: Command): string {
  const cases = places(program).map(({ path, commands, options }) => {
    const words = [...commands, ...options].map(
      ({ name, about }) => `'${name.replaceAll(':', '\\:')}:${plain(about)}'`,
    );
    return `    '${path}') words_here=(${words.join(' ')}) ;;`;
  });
  return `#compdef 2faa
# Completion of 2faa for zsh.
_2faa() {
  local place='' word
  local -a words_here
  for word in "\${(@)words[2,CURRENT-1]}"; do
${findPlace(program, cases)}
  _describe 'command or option' words_here || _files
}
_2faa "$@"`;
}

/** In bash and zsh alike: finds the command that is typed, word by word, and what may follow it. */
function findPlace(program: Command, cases: readonly string[]): string {
  return `    case "$word" in -*) break ;; esac
    case " ${nested(program).join(' ')} " in
      *" \${place:+$place/}$word "*) place="\${place:+$place/}$word" ;;
      *) break ;;
    esac
  done
  case "\${place/\\// }" in
${cases.join('\n')}
  esac`;
}

function fish(program: Command): string {
  const lines = places(program).flatMap(({ path, commands, options }) => {
    const words = path.split(' ').filter((word) => word !== '');
    const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
    const inner = commands.map(({ name }) => name).join(' ');
    const none = inner === '' ? [] : [`not __fish_seen_subcommand_from ${inner}`];
    const when = (conditions: readonly string[]) =>
      conditions.length === 0 ? '' : ` -n '${conditions.join('; and ')}'`;
    return [
      ...commands.map(
        ({ name, about }) =>
          `complete -c 2faa${when([...seen, ...none])} -f -a ${name} -d '${plain(about)}'`,
      ),
      ...options.map(
        ({ name, about }) =>
          `complete -c 2faa${when(seen)} -l ${name.replace(/^--/, '')} -d '${plain(about)}'`,
      ),
    ];
  });
  return ['# Completion of 2faa for fish.', ...lines].join('\n');
}

/** Every command as it is typed, with a slash between: `vault`, `vault/create`. */
function nested(program: Command): string[] {
  return places(program).flatMap(({ path }) => (path === '' ? [] : [path.replaceAll(' ', '/')]));
}

/** Without what ends a text in single quotes. */
function plain(text: string): string {
  return text.replaceAll("'", '’').replaceAll('\\', '');
}

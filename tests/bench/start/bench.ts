import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, run as runCommand } from '../../../scripts/built.ts';

const ROUNDS = 11;
const LINK = 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly input?: string;
}

/** How long `2faa code` takes from its start to the code, beside other commands of its kind. */
export async function run(): Promise<string[]> {
  const built = path.join(root, 'bin/2faa.js');
  await runCommand('node', [path.join(root, 'scripts/build-cli.ts')]);
  if (!existsSync(built)) return ['The command was not built.'];
  const commands: Readonly<Record<string, Command>> = {
    '2faa code': { file: process.execPath, args: [built, 'code'], input: LINK },
    'node, doing nothing': { file: process.execPath, args: ['-e', '0'] },
    'oathtool --totp': {
      file: 'oathtool',
      args: ['--totp', '--base32', '-'],
      input: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    },
    'aws --version': { file: 'aws', args: ['--version'] },
  };
  const times = new Map<string, number>();
  for (const [name, command] of Object.entries(commands)) {
    const time = median(command);
    if (time === undefined) console.log(`Skipped: ${name}, as it is not here or fails.`);
    else times.set(name, time);
  }
  const ours = times.get('2faa code');
  if (ours === undefined) return ['2faa code gave no code.'];
  console.log(`\nFrom the start to the end of a command, median of ${ROUNDS}`);
  console.table(
    Object.fromEntries(
      [...times].map(([name, time]) => [
        name,
        { ms: time.toFixed(0), 'ours is': `${(ours / time).toFixed(2)} times` },
      ]),
    ),
  );
  return [];
}

/** Milliseconds; undefined where the command does not work. */
function median({ file, args, input = '' }: Command): number | undefined {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    const { status } = spawnSync(file, args, { input });
    times.push(performance.now() - begin);
    if (status !== 0) return undefined;
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

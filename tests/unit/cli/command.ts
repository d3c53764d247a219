import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../../../src/cli/main.ts');

export interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export interface Call {
  /** What is on standard input; nothing without it. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Is given the process once it runs. */
  readonly started?: (child: ChildProcess) => void;
}

/** A folder of its own, in which the command is called as npm does, without a terminal. */
export async function commandIn(name: string) {
  const folder = await mkdtemp(path.join(tmpdir(), `2faa-${name}-`));
  const call = (
    args: readonly string[],
    { input, env = {}, started }: Call = {},
  ): Promise<Result> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [main, ...args], {
        env: { ...withoutOurs(process.env), INIT_CWD: folder, XDG_DATA_HOME: folder, ...env },
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        // Without a controlling terminal nothing can be asked.
        detached: true,
      });
      started?.(child);
      let [out, error] = ['', ''];
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
      child.on('error', reject);
      child.on('close', (status) => {
        resolve({ status, out, error });
      });
    });
  return {
    folder,
    call,
    file: (each: string) => path.join(folder, each),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The settings of whoever runs the tests have no part in them. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:TWOFAA_|NO_COLOR$|FORCE_COLOR$)/.test(name)),
  );
}

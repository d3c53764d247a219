import { execFile, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface BuildCost {
  readonly seconds: number;
  /** The most that the build and what it started held at one time. */
  readonly megabytes: number;
}

/** Milliseconds between two looks at the memory. */
const LOOK = 200;

/** Builds the Astro site in a folder and says what that took. */
export async function astroBuild(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<BuildCost> {
  const astro = path.join(folder, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const begin = performance.now();
  const child = spawn(process.execPath, [astro, 'build', ...args], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  let megabytes = 0;
  const look = setInterval(() => {
    void memoryOf(child.pid ?? 0).then((now) => (megabytes = Math.max(megabytes, now)));
  }, LOOK);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The build in ${folder} failed:\n${said}`);
  return { seconds: (performance.now() - begin) / 1000, megabytes };
}

/**
 * What a process and all that it started hold, in MB. Read from `/proc`, where there is one:
 * starting `ps` five times a second takes a fifth of a core from what is measured.
 */
async function memoryOf(pid: number): Promise<number> {
  return process.platform === 'linux' ? memoryInProc(pid) : memoryByPs(pid);
}

async function memoryInProc(pid: number): Promise<number> {
  const read = (file: string): Promise<string> =>
    // Processes end while they are looked at.
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const [status, children] = await Promise.all([read('status'), childrenOf(pid)]);
  const own = inMegabytes(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
  const others = await Promise.all(children.map(memoryInProc));
  return others.reduce((sum, one) => sum + one, own);
}

/** What any thread of a process has started. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = threads.map((thread) =>
    readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
  );
  return (await Promise.all(lists)).flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

async function memoryByPs(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const total = (id: number): number =>
    all.reduce((sum, [child, parent, size = 0]) => {
      const own = child === id ? size : 0;
      return sum + own + (parent === id && child !== undefined ? total(child) : 0);
    }, 0);
  return inMegabytes(total(pid));
}

/** Both count in units of 1024 bytes. */
function inMegabytes(units: number): number {
  return (units * 1024) / 1_000_000;
}

import { homedir } from 'node:os';
import path from 'node:path';

/** Where sessions are kept until they end (XDG Base Directory Specification). */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(userFolder(env, env.XDG_CACHE_HOME, '.cache'), '2faa', 'aws');
}

/** Where the last time step of each device is kept: what must outlive a cache. */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(userFolder(env, env.XDG_STATE_HOME, path.join('.local', 'state')), '2faa');
}

/** The specification says to ignore relative paths. */
function userFolder(env: NodeJS.ProcessEnv, named: string | undefined, usual: string): string {
  if (named !== undefined && path.isAbsolute(named)) return named;
  if (process.platform === 'win32' && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  return path.join(homedir(), usual);
}

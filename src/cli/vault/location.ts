import { homedir } from 'node:os';
import path from 'node:path';
import { fromHere } from '../paths.ts';

/**
 * Where the vault file is: the one named, `$TWOFAA_VAULT`, or `2faa/vault.json` in the
 * folder for a user's data (XDG Base Directory Specification; on Windows `%LOCALAPPDATA%`).
 */
export function vaultPath(named?: string): string {
  const chosen = named ?? process.env.TWOFAA_VAULT;
  return chosen ? fromHere(chosen) : path.join(dataFolder(), '2faa', 'vault.json');
}

function dataFolder(): string {
  const { XDG_DATA_HOME = '', LOCALAPPDATA = '' } = process.env;
  // The specification says to ignore relative paths.
  if (path.isAbsolute(XDG_DATA_HOME)) return XDG_DATA_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA !== '') return LOCALAPPDATA;
  return path.join(homedir(), '.local', 'share');
}

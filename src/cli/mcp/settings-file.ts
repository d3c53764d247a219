import { open, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { RefusedError } from '../errors.ts';
import { fromHere } from '../paths.ts';
import { codeOf } from '../vault/read.ts';
import { parseSettings, type Settings } from './settings.ts';

/** Writing for the group and for others: whoever can write it allows entries. */
const WRITABLE_BY_OTHERS = 0o022;

/** Far more than a rule for each of 1,000 entries takes. */
const LARGEST = 1024 * 1024;

/** `2faa/mcp.json` in the folder for a user's configuration (XDG), or the file that is named. */
export function settingsPath(named?: string): string {
  if (named !== undefined) return fromHere(named);
  const { XDG_CONFIG_HOME = '', APPDATA = '' } = process.env;
  if (path.isAbsolute(XDG_CONFIG_HOME)) return path.join(XDG_CONFIG_HOME, '2faa', 'mcp.json');
  const usual = process.platform === 'win32' && APPDATA !== '' ? APPDATA : undefined;
  return path.join(usual ?? path.join(homedir(), '.config'), '2faa', 'mcp.json');
}

/**
 * The settings in the file. Where there is no file, no entry is allowed.
 *
 * @throws RefusedError where others can write it, or it is not understood
 */
export async function readSettings(file: string): Promise<Settings> {
  const handle = await opened(file);
  if (handle === undefined) return parseSettings('{}', file);
  try {
    const { mode, uid, size } = await handle.stat();
    const isOurs = process.platform === 'win32' || uid === process.getuid?.() || uid === 0;
    if (!isOurs || (process.platform !== 'win32' && (mode & WRITABLE_BY_OTHERS) !== 0)) {
      throw new RefusedError(
        `Other users of this computer can write ${file}, and so allow entries. Make it yours alone: chmod 600 '${file}'`,
      );
    }
    if (size > LARGEST) throw new RefusedError(`${file} is too large for settings.`);
    return parseSettings(await handle.readFile('utf8'), file);
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new RefusedError(`${file} cannot be opened (${codeOf(error)}).`);
  }
}

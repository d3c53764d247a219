import { homedir } from 'node:os';
import path from 'node:path';

/** The audit log, in the folder for a user's state (XDG Base Directory Specification). */
export function auditPath(): string {
  const { XDG_STATE_HOME = '', LOCALAPPDATA = '' } = process.env;
  if (path.isAbsolute(XDG_STATE_HOME)) return path.join(XDG_STATE_HOME, '2faa', 'audit.jsonl');
  const usual = process.platform === 'win32' && LOCALAPPDATA !== '' ? LOCALAPPDATA : undefined;
  return path.join(usual ?? path.join(homedir(), '.local', 'state'), '2faa', 'audit.jsonl');
}

import { spawn } from 'node:child_process';
import { RefusedError } from '../errors.ts';

/** A pair of programs: one that takes a text on standard input, one that gives it back. */
export interface ClipboardTool {
  readonly copy: readonly [string, ...string[]];
  readonly paste: readonly [string, ...string[]];
}

const WAYLAND: ClipboardTool = { copy: ['wl-copy'], paste: ['wl-paste', '--no-newline'] };
const XCLIP: ClipboardTool = {
  copy: ['xclip', '-selection', 'clipboard'],
  paste: ['xclip', '-selection', 'clipboard', '-o'],
};
const XSEL: ClipboardTool = {
  copy: ['xsel', '--clipboard', '--input'],
  paste: ['xsel', '--clipboard', '--output'],
};
const MAC: ClipboardTool = { copy: ['pbcopy'], paste: ['pbpaste'] };
const WINDOWS: ClipboardTool = {
  copy: ['clip.exe'],
  paste: ['powershell.exe', '-NoProfile', '-Command', 'Get-Clipboard'],
};

/** The tools that may be here, the likeliest first. */
function candidates(): readonly ClipboardTool[] {
  const { WAYLAND_DISPLAY, DISPLAY, WSL_DISTRO_NAME } = process.env;
  if (process.platform === 'darwin') return [MAC];
  if (process.platform === 'win32') return [WINDOWS];
  return [
    ...(WAYLAND_DISPLAY ? [WAYLAND] : []),
    ...(DISPLAY ? [XCLIP, XSEL] : []),
    ...(WSL_DISTRO_NAME ? [WINDOWS] : []),
  ];
}

/**
 * Puts a text on the clipboard, and says by which tool.
 *
 * @throws RefusedError where none of them is here and works
 */
export async function copyText(text: string): Promise<ClipboardTool> {
  for (const tool of candidates()) {
    if ((await run(tool.copy, text)) !== undefined) return tool;
  }
  throw new RefusedError(
    'Nothing here can copy: install wl-clipboard, xclip or xsel, or leave --copy out.',
  );
}

/** Empties the clipboard if the text is still on it. */
export async function clearText({ copy, paste }: ClipboardTool, text: string): Promise<void> {
  if ((await run(paste, ''))?.trim() === text) await run(copy, '');
}

/** What the program printed; undefined where it is not there or failed. */
function run([name, ...args]: ClipboardTool['copy'], input: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
    child.on('error', () => {
      resolve(undefined);
    });
    // Not `close`: what holds the clipboard stays in the background with its output open.
    child.on('exit', (status) => {
      child.stdout.destroy();
      resolve(status === 0 ? out : undefined);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

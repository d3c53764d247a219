import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { text as textOf } from 'node:stream/consumers';
import { clearText, copyText, type ClipboardTool } from './tools.ts';

/** Name of the command that clears the clipboard later, in a process of its own. */
const CLEAR_COMMAND = 'clear-clipboard';

interface Later {
  readonly tool: ClipboardTool;
  readonly text: string;
  readonly seconds: number;
}

/**
 * Copies a code, and leaves a process behind that takes it off the clipboard later if it
 * is still there. The code goes to it on standard input, where nobody can see it.
 */
export async function copyForAWhile(text: string, seconds: number): Promise<void> {
  const later: Later = { tool: await copyText(text), text, seconds };
  const [, script = ''] = process.argv;
  const child = spawn(process.execPath, [script, CLEAR_COMMAND], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await new Promise<void>((resolve) => {
    child.on('error', () => {
      resolve();
    });
    child.stdin.end(JSON.stringify(later), () => {
      resolve();
    });
  });
  child.unref();
}

/** What the process that was left behind does. */
export async function clearLater(): Promise<void> {
  const { tool, text, seconds } = JSON.parse(await textOf(process.stdin)) as Later;
  await wait(seconds * 1000);
  await clearText(tool, text);
}

import { openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';
import { RefusedError } from './errors.ts';

/** Exit status of what Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

const ENTER = /[\r\n]/;
const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';
const CONTROL_U = '\u0015';
const BACKSPACE = /[\b\u007F]/;

/**
 * Asks on the controlling terminal, wherever standard input and output go, without
 * showing what is typed.
 *
 * @param instead what else can be done, for where there is no terminal
 * @throws RefusedError where there is none
 */
export async function askHidden(question: string, instead: string): Promise<string> {
  const terminal = openTerminal();
  if (terminal === undefined) throw new RefusedError(`There is no terminal to ask on. ${instead}`);
  const { input, output, close } = terminal;
  output.write(question);
  input.setRawMode(true);
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    output.write('\n');
    close();
  }
}

/** Whether the line that ends with Enter was typed; Ctrl-C ends the process as everywhere. */
function typedLine(input: ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let typed: string[] = [];
    input.setEncoding('utf8');
    input.on('data', (text: string) => {
      for (const character of text) {
        if (ENTER.test(character) || character === CONTROL_D) {
          resolve(typed.join(''));
          return;
        }
        if (character === CONTROL_C) {
          input.setRawMode(false);
          process.exit(INTERRUPTED);
        } else if (character === CONTROL_U) typed = [];
        else if (BACKSPACE.test(character)) typed.pop();
        else typed.push(character);
      }
    });
  });
}

/** The controlling terminal, which may be neither standard input nor output. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: { write(text: string): unknown };
  readonly close: () => void;
}

/** Undefined where the process has none. */
export function openTerminal(): Terminal | undefined {
  // Windows has no name for it that Node can open both ways.
  if (process.platform === 'win32') {
    const { stdin: input, stderr: output } = process;
    return input.isTTY ? { input, output, close: () => input.pause() } : undefined;
  }
  try {
    const input = new ReadStream(openSync('/dev/tty', 'r'));
    const output = new WriteStream(openSync('/dev/tty', 'w'));
    const close = (): void => {
      input.destroy();
      output.destroy();
    };
    return { input, output, close };
  } catch {
    return undefined;
  }
}

import { once } from 'node:events';
import type { Terminal } from '../../terminal.ts';
import { openTerminal } from '../../terminal.ts';
import type { Answer, Approver, Question } from './approver.ts';

/** Milliseconds until no answer counts as nobody there: clients give up after a minute. */
const PATIENCE = 50_000;

/** Asks on the controlling terminal, one question after the other. */
export class TerminalApprover implements Approver {
  readonly #open: () => Terminal | undefined;
  readonly #patience: number;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(open = openTerminal, patience = PATIENCE) {
    this.#open = open;
    this.#patience = patience;
  }

  ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const answer = this.#queue.then(() => this.#askNow(question, signal));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #askNow({ text }: Question, signal: AbortSignal): Promise<Answer> {
    const terminal = this.#open();
    if (terminal === undefined) return 'nobody';
    const { input, output, close } = terminal;
    const until = AbortSignal.any([signal, AbortSignal.timeout(this.#patience)]);
    try {
      output.write(`\n2FAA: ${text} [y/N] `);
      return await answerOn(input, until);
    } catch {
      output.write('\n2FAA: No answer; nothing was given.\n');
      return 'nobody';
    } finally {
      close();
    }
  }
}

/** Only a whole line counts, so that a key meant for something else is no consent. */
async function answerOn(input: Terminal['input'], signal: AbortSignal): Promise<Answer> {
  input.setEncoding('utf8');
  let typed = '';
  while (!/[\r\n]/.test(typed)) {
    const [text] = (await once(input, 'data', { signal })) as [string];
    typed += text;
  }
  return /^\s*y(es)?\s*[\r\n]/i.test(typed) ? 'yes' : 'no';
}

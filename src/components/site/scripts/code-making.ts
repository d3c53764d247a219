import { demoSecret, traceCode } from '../../../lib/guides/code-trace.ts';
import { codeMaking } from '../../guide/code-making-words.ts';

const picture = document.querySelector('[data-code-making]');
if (picture !== null) {
  const part = (name: string) => picture.querySelector<HTMLElement>(`[data-of=${name}]`);
  let shown: number | undefined;
  const tick = async (): Promise<void> => {
    const trace = await traceCode(demoSecret.bytes, Date.now() / 1000);
    const left = part('left');
    if (left) left.textContent = codeMaking.left(trace.secondsLeft);
    if (trace.counter === shown) return;
    shown = trace.counter;
    const texts = {
      counter: String(trace.counter),
      number: String(trace.number),
      code: `${trace.code.slice(0, 3)} ${trace.code.slice(3)}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const element = part(name);
      if (element) element.textContent = text;
    }
    part('hmac')?.replaceChildren(
      ...trace.hmac.flatMap((byte, index) => {
        const taken = index >= trace.offset && index < trace.offset + 4;
        const element = document.createElement(taken ? 'mark' : 'span');
        element.textContent = byte;
        return [element, ' '];
      }),
    );
  };
  tick().catch(reportError);
  setInterval(() => {
    if (!document.hidden) tick().catch(reportError);
  }, 1000);
}

import { scriptWords } from './words.ts';

interface Copied {
  readonly label: string;
  /** What the text to copy belongs to; screen readers hear it after the label. */
  readonly about?: string;
  readonly text: () => string;
}

/** A button that copies; it answers in place, and a screen reader hears the answer, once. */
export function copyButton({ label, about, text }: Copied): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const rest = (): void => {
    button.removeAttribute('data-answered');
    // Its own name coming back is nothing to be told.
    button.setAttribute('aria-live', 'off');
    button.replaceChildren(label, ...(about === undefined ? [] : [hidden(`: ${about}`)]));
  };
  rest();
  let reset: ReturnType<typeof setTimeout> | undefined;
  const answer = (said: string): void => {
    button.setAttribute('data-answered', '');
    button.textContent = said;
    clearTimeout(reset);
    reset = setTimeout(rest, 3000);
  };
  button.addEventListener('click', () => {
    button.setAttribute('aria-live', 'polite');
    navigator.clipboard.writeText(text()).then(
      () => {
        answer(scriptWords.copied);
      },
      () => {
        answer(scriptWords.copyFailed);
      },
    );
  });
  return button;
}

function hidden(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'visually-hidden';
  element.textContent = text;
  return element;
}

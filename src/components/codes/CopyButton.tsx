import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

interface Props {
  /** Copies, and gives the answer; `view` is the window of the button. */
  readonly copy: (view: Window) => Promise<string>;
  /** What the button is called; "Copy" unless another is given. */
  readonly name?: string | undefined;
  /** Says what is copied, for those who don't see what stands beside the button. */
  readonly label: string;
  readonly testId?: string;
}

/** How long an answer stays, in milliseconds. */
const ANSWER = 3000;

/** Copies and answers in place; a screen reader hears the answer, and not the name coming back. */
export function CopyButton({ copy, name = words.copy, label, testId }: Props) {
  const [asked, setAsked] = useState(false);
  const [answer, setAnswer] = useState<string>();
  useEffect(() => {
    if (answer === undefined) return undefined;
    const timer = setTimeout(() => {
      setAsked(false);
      setAnswer(undefined);
    }, ANSWER);
    return () => {
      clearTimeout(timer);
    };
  }, [answer]);
  return (
    <button
      type="button"
      class="button button-quiet"
      data-testid={testId}
      onClick={async (event) => {
        setAsked(true);
        setAnswer(await copy(event.currentTarget.ownerDocument.defaultView ?? window));
      }}
    >
      <span aria-live={asked ? 'polite' : 'off'}>{answer ?? name}</span>
      <span class="visually-hidden"> {label}</span>
    </button>
  );
}

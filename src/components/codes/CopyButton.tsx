import { useEffect, useState } from 'preact/hooks';
import { words } from './words.ts';

interface Props {
  /** What is copied, asked for at the click so that it is never stale. */
  readonly text: () => string;
  /** Says what is copied, for those who don't see what stands beside the button. */
  readonly label: string;
  readonly testId?: string;
}

type Outcome = 'copied' | 'failed' | undefined;

/** Copies and answers in place. */
export function CopyButton({ text, label, testId }: Props) {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => {
      setOutcome(undefined);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);
  const copy = async (event: MouseEvent): Promise<void> => {
    // The window of the button: in a picture-in-picture window only its own clipboard has the focus.
    const view = (event.currentTarget as HTMLElement).ownerDocument.defaultView ?? window;
    const copied = view.navigator.clipboard.writeText(text());
    setOutcome(await copied.then(() => 'copied' as const).catch(() => 'failed' as const));
  };
  return (
    <button type="button" class="button button-quiet" data-testid={testId} onClick={copy}>
      <span aria-live="polite">{outcome === undefined ? words.copy : words[outcome]}</span>
      <span class="visually-hidden"> {label}</span>
    </button>
  );
}

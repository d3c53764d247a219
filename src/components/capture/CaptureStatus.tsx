import { useLazy } from '../codes/useLazy.ts';
import { words } from './words.ts';
import type { Capture } from './useCapture.ts';

interface Props {
  readonly capture: Capture;
  /** Where the service shows its key as text. */
  readonly keyHint?: string | undefined;
  /** Opens the form for the key, where it is at hand and not open. */
  readonly onTypeKey?: (() => void) | undefined;
}

/** What was pasted or dropped may have been so anywhere on the page. */
function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** What the capture is doing, what went wrong with the last one, and what there is to choose. */
export function CaptureStatus({ capture, keyHint, onTypeKey }: Props) {
  const choice = useLazy(() => import('./several.ts'), capture.choice !== undefined);
  return (
    <>
      <p class="capture-status" role="status">
        {capture.busy}
      </p>
      {capture.problem !== undefined && (
        <div ref={reveal} class="notice" data-tone="stop" role="alert" data-testid="capture-error">
          <p>{capture.problem}</p>
          {onTypeKey && (
            <>
              <p>{keyHint}</p>
              <button type="button" class="button" onClick={onTypeKey}>
                {words.key}
              </button>
            </>
          )}
        </div>
      )}
      {capture.choice && choice.module && (
        <choice.module.Choice capture={capture} choice={capture.choice} />
      )}
      {choice.failed && <p role="alert">{words.partFailed}</p>}
    </>
  );
}

import { words } from '../words.ts';
import type { Capture } from './useCapture.ts';

interface Props {
  readonly capture: Capture;
  /** Opens the form for the key, where it is at hand and not open. */
  readonly onTypeKey?: (() => void) | undefined;
}

/** What the capture is doing, and what went wrong with the last one. */
export function CaptureStatus({ capture, onTypeKey }: Props) {
  return (
    <>
      <p class="enroll-status" role="status">
        {capture.busy}
      </p>
      {capture.problem !== undefined && (
        <div class="notice" data-tone="stop" role="alert" data-testid="capture-error">
          <p>{capture.problem}</p>
          {onTypeKey && (
            <button type="button" class="button" onClick={onTypeKey}>
              {words.captureKey}
            </button>
          )}
        </div>
      )}
    </>
  );
}

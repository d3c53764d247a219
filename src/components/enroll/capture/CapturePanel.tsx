import { useState } from 'preact/hooks';
import { useLazy } from '../../codes/useLazy.ts';
import type { GuideForIsland } from '../../../lib/guides/island.ts';
import { words } from '../words.ts';
import type { Capture } from './useCapture.ts';
import { KeyForm } from './KeyForm.tsx';
import { Ways, type Open } from './Ways.tsx';

interface Props {
  readonly guide: GuideForIsland;
  readonly capture: Capture;
  /** Not before hydration: the buttons would do nothing. */
  readonly ready: boolean;
}

/** All ways to bring in the QR code, with what is going on and what went wrong. */
export function CapturePanel({ guide, capture, ready }: Props) {
  const [open, setOpen] = useState<Open>();
  const camera = useLazy(() => import('./CameraPanel.tsx'), open === 'camera');
  const choice = useLazy(() => import('./outcome.ts'), capture.choice !== undefined);
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <section class="enroll-capture" aria-labelledby="capture-title">
      <h3 id="capture-title">{words.captureTitle}</h3>
      <p>{words.capturePrompt(guide.service)}</p>
      <Ways capture={capture} ready={ready} open={open} onOpen={setOpen} />
      {open === 'key' && <KeyForm hint={guide.enrollment.keyHint} onSubmit={capture.typed} />}
      {open === 'camera' && camera.module && (
        <camera.module.CameraPanel onSeen={capture.seen} onClose={close} />
      )}
      {open === 'camera' && camera.failed && <p role="alert">{words.partFailed}</p>}
      <p class="enroll-status" role="status">
        {capture.busy ?? (ready ? '' : words.starting)}
      </p>
      {capture.problem !== undefined && (
        <div class="notice" data-tone="stop" role="alert" data-testid="capture-error">
          <p>{capture.problem}</p>
          {open !== 'key' && (
            <>
              <p>{guide.enrollment.keyHint}</p>
              <button
                type="button"
                class="button"
                onClick={() => {
                  setOpen('key');
                }}
              >
                {words.captureKey}
              </button>
            </>
          )}
        </div>
      )}
      {capture.choice && choice.module && (
        <choice.module.Choice capture={capture} choice={capture.choice} />
      )}
      {choice.failed && <p role="alert">{words.partFailed}</p>}
      <p class="enroll-hint">{words.captureDrop}</p>
    </section>
  );
}

import { useState } from 'preact/hooks';
import { useLazy } from '../../codes/useLazy.ts';
import type { GuideForIsland } from '../../../lib/guides/island.ts';
import { words } from '../words.ts';
import type { Capture } from './useCapture.ts';
import { CaptureStatus } from './CaptureStatus.tsx';
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
  const key = useLazy(() => import('./KeyForm.tsx'), open === 'key');
  const camera = useLazy(() => import('./CameraPanel.tsx'), open === 'camera');
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <section class="enroll-capture" aria-labelledby="capture-title">
      <h3 id="capture-title">{words.captureTitle}</h3>
      <p>{words.capturePrompt(guide.service)}</p>
      <Ways capture={capture} ready={ready} open={open} onOpen={setOpen} />
      {open === 'key' && key.module && (
        <key.module.KeyForm hint={guide.enrollment.keyHint} onSubmit={capture.typed} />
      )}
      {open === 'camera' && camera.module && (
        <camera.module.CameraPanel onSeen={capture.seen} onClose={close} />
      )}
      {[camera, key].some((part) => part.failed) && <p role="alert">{words.partFailed}</p>}
      <CaptureStatus
        capture={capture}
        keyHint={guide.enrollment.keyHint}
        onTypeKey={
          open === 'key'
            ? undefined
            : () => {
                setOpen('key');
              }
        }
      />
      {!ready && <p role="status">{words.starting}</p>}
      <p class="enroll-hint">{words.captureDrop}</p>
    </section>
  );
}

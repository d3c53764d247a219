import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { useLazy } from '../codes/useLazy.ts';
import { words } from './words.ts';
import type { Adjust, Capture } from './useCapture.ts';
import { CaptureStatus } from './CaptureStatus.tsx';
import { Ways, type Open } from './Ways.tsx';

/** What a form for a typed key is given. */
export interface KeyFormProps {
  /** Where this service hides its text key. */
  readonly hint: string;
  readonly onSubmit: (text: string, adjust?: Adjust) => Promise<void>;
}

interface Props {
  /** Its heading, unless it is under one already. */
  readonly title?: string;
  readonly prompt: string;
  /** What is said until it is ready. */
  readonly starting: string;
  /** Where the service shows its key as text. */
  readonly keyHint: string;
  /** The form for a typed key. */
  readonly loadKeyForm: () => Promise<FunctionComponent<KeyFormProps>>;
  readonly capture: Capture;
  /** Not before hydration: the buttons would do nothing. */
  readonly ready: boolean;
}

/** All ways to bring in the QR code, with what is going on and what went wrong. */
export function CapturePanel(props: Props) {
  const { title, prompt, starting, keyHint, loadKeyForm, capture, ready } = props;
  const [open, setOpen] = useState<Open>();
  const key = useLazy(loadKeyForm, open === 'key');
  const camera = useLazy(() => import('./CameraPanel.tsx'), open === 'camera');
  const KeyForm = key.module;
  return (
    <section class="capture-panel" aria-labelledby={title && 'capture-title'}>
      {title !== undefined && <h3 id="capture-title">{title}</h3>}
      <p>{prompt}</p>
      <Ways capture={capture} ready={ready} open={open} onOpen={setOpen} />
      {open === 'key' && KeyForm && <KeyForm hint={keyHint} onSubmit={capture.typed} />}
      {open === 'camera' && camera.module && (
        <camera.module.CameraPanel
          onSeen={capture.seen}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
      {[camera, key].some((part) => part.failed) && <p role="alert">{words.partFailed}</p>}
      <CaptureStatus
        capture={capture}
        keyHint={keyHint}
        onTypeKey={
          open === 'key'
            ? undefined
            : () => {
                setOpen('key');
              }
        }
      />
      {!ready && <p role="status">{starting}</p>}
      <p class="capture-hint">{words.drop}</p>
    </section>
  );
}

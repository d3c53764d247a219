import { useEffect, useRef, useState } from 'preact/hooks';
import { openCamera } from '../../../lib/scan/camera.browser.ts';
import { words } from '../words.ts';
import { startReader } from './reader.ts';

interface Props {
  readonly onTexts: (texts: readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

/** The camera's picture, read until a code is found; off as soon as it is not shown. */
export function CameraPanel({ onTexts, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (video.current === null) return undefined;
    const reader = startReader();
    const left = new AbortController();
    const fail = (error: unknown): void => {
      if (!left.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    };
    const found = (texts: readonly string[]): void => {
      if (left.signal.aborted) return;
      left.abort();
      onClose();
      void onTexts(texts);
    };
    openCamera(video.current, {
      reader,
      onTexts: found,
      onError: fail,
      signal: left.signal,
    }).then(() => {
      setRunning(true);
    }, fail);
    return () => {
      left.abort();
      reader.close();
    };
  }, []);
  return (
    <div class="enroll-camera">
      <video ref={video} muted playsInline aria-label={words.captureCamera} />
      {problem === undefined ? (
        <p role="status">{running ? words.cameraReady : words.startingCamera}</p>
      ) : (
        <p class="notice" data-tone="stop" role="alert" data-testid="capture-error">
          {problem}
        </p>
      )}
      <button type="button" class="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

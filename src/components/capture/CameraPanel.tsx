import { useEffect, useRef, useState } from 'preact/hooks';
import { openCamera } from '../../lib/scan/camera.browser.ts';
import type { CameraControls } from '../../lib/scan/camera-controls.browser.ts';
import type { Seen } from '../../lib/scan/protocol.ts';
import { words } from './words.ts';
import { CameraSettings } from './CameraSettings.tsx';
import { cameraWords } from './camera-words.ts';
import { startReader } from './reader.ts';
import { useAdvice } from './useAdvice.ts';
import type { Captured } from './verdict.ts';

interface Props {
  readonly onSeen: (captured: Captured) => Promise<void>;
  readonly onClose: () => void;
}

/** The camera's picture, read until a code is found; off as soon as it is not shown. */
export function CameraPanel({ onSeen, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [deviceId, setDeviceId] = useState<string>();
  const [controls, setControls] = useState<CameraControls>();
  const [problem, setProblem] = useState<string>();
  const advice = useAdvice();
  useEffect(() => {
    if (video.current === null) return undefined;
    const reader = startReader();
    const left = new AbortController();
    const fail = (error: unknown): void => {
      if (!left.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    };
    const look = ({ codes, unreadable, frame }: Seen): void => {
      if (frame !== undefined) advice.add(frame);
      if (left.signal.aborted || codes.length === 0) return;
      left.abort();
      onClose();
      void onSeen({ texts: codes.map(({ text }) => text), unreadable });
    };
    setProblem(undefined);
    setControls(undefined);
    openCamera(video.current, {
      reader,
      deviceId,
      onSeen: look,
      onError: fail,
      signal: left.signal,
    })
      .then((session) => {
        setControls(session.controls);
      })
      .catch(fail);
    return () => {
      left.abort();
      reader.close();
    };
  }, [deviceId]);
  const saying = controls === undefined ? words.startingCamera : words.cameraReady;
  return (
    <div class="capture-camera">
      <div class="capture-finder">
        <video ref={video} muted playsInline aria-label={words.camera} />
      </div>
      {problem === undefined ? (
        <p role="status" data-testid="camera-advice" data-trouble={advice.trouble}>
          {advice.trouble === undefined ? saying : cameraWords.troubles[advice.trouble]}
        </p>
      ) : (
        <p class="notice" data-tone="stop" role="alert" data-testid="capture-error">
          {problem}
        </p>
      )}
      {controls !== undefined && <CameraSettings controls={controls} onDevice={setDeviceId} />}
      <button type="button" class="button" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { listCameras, type CameraControls } from '../../lib/scan/camera-controls.browser.ts';
import { cameraWords } from './camera-words.ts';

interface Props {
  readonly controls: CameraControls;
  readonly onDevice: (id: string) => void;
}

/** Which camera, its lamp and its zoom, as far as there is a choice. */
export function CameraSettings({ controls, onDevice }: Props) {
  const { deviceId, torch, zoom } = controls;
  const [cameras, setCameras] = useState<Awaited<ReturnType<typeof listCameras>>>([]);
  const [lit, setLit] = useState(false);
  useEffect(() => {
    void listCameras().then(setCameras);
    setLit(false);
  }, [controls]);
  return (
    <div class="capture-settings">
      {cameras.length > 1 && (
        <label class="field">
          {cameraWords.camera}
          <select
            data-testid="camera-device"
            value={deviceId}
            onChange={(event) => {
              onDevice(event.currentTarget.value);
            }}
          >
            {cameras.map(({ id, label }) => (
              <option key={id} value={id}>
                {/^\d+$/.test(label) ? cameraWords.cameraNumber(label) : label}
              </option>
            ))}
          </select>
        </label>
      )}
      {torch !== undefined && (
        <button
          type="button"
          class="button"
          aria-pressed={lit}
          data-testid="camera-torch"
          onClick={async () => {
            // A lamp that does not answer stays as it is.
            await torch(!lit).then(
              () => {
                setLit(!lit);
              },
              () => undefined,
            );
          }}
        >
          {cameraWords.torch}
        </button>
      )}
      {zoom !== undefined && (
        <label class="field">
          {cameraWords.zoom}
          <input
            type="range"
            data-testid="camera-zoom"
            min={zoom.min}
            max={zoom.max}
            step={zoom.step}
            defaultValue={String(zoom.value)}
            onInput={async (event) => {
              await zoom.set(event.currentTarget.valueAsNumber).catch(() => undefined);
            }}
          />
        </label>
      )}
    </div>
  );
}

/** What a running camera lets a person change. */
export interface CameraControls {
  /** Id of the camera that is on; empty where the engine does not say. */
  readonly deviceId: string;
  /** Turns the lamp on or off; absent where the camera has none. */
  readonly torch?: (on: boolean) => Promise<void>;
  /** Absent where the camera has no zoom. */
  readonly zoom?: Zoom;
}

interface Zoom {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly set: (value: number) => Promise<void>;
}

/** Settings of the Image Capture specification that are missing in TypeScript's. */
interface Capabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
}

/** What this camera's track offers; engines that know no capabilities offer nothing. */
export function controlsOf(track: MediaStreamTrack): CameraControls {
  const { getCapabilities } = track as Partial<MediaStreamTrack>;
  const { torch, zoom } = (getCapabilities?.call(track) ?? {}) as Capabilities;
  const settings = track.getSettings() as MediaTrackSettings & { readonly zoom?: number };
  const apply = (changes: object) => track.applyConstraints({ advanced: [changes] });
  return {
    deviceId: settings.deviceId ?? '',
    ...(torch === true && { torch: (on: boolean) => apply({ torch: on }) }),
    ...(zoom !== undefined &&
      zoom.max > zoom.min && {
        zoom: {
          min: zoom.min,
          max: zoom.max,
          step: zoom.step ?? 0.1,
          value: settings.zoom ?? zoom.min,
          set: (value: number) => apply({ zoom: value }),
        },
      }),
  };
}

/** The cameras there are. Their names are known once one of them may be used. */
export async function listCameras(): Promise<{ id: string; label: string }[]> {
  const { mediaDevices } = navigator as Partial<Navigator>;
  const devices = await mediaDevices?.enumerateDevices().catch(() => []);
  return (devices ?? [])
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `${index + 1}` }));
}

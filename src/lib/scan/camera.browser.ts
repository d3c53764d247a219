import { controlsOf } from './camera-controls.browser.ts';
import type { CameraControls } from './camera-controls.browser.ts';
import { ScanError } from './errors.ts';
import { cameraError } from './media-errors.ts';
import { fitSize } from './picture.ts';
import type { Seen } from './protocol.ts';
import type { QrReader } from './reader.browser.ts';
import { nextFrame, playIn, stopStream } from './video.browser.ts';

export interface CameraOptions {
  /** Reads the frames; stays open when the camera stops. */
  readonly reader: QrReader;
  /** Told what each frame shows, in or out of focus; the camera goes on until it is stopped. */
  readonly onSeen: (seen: Seen) => void;
  /** Told when frames can no longer be read; the camera is off then. */
  readonly onError?: ((error: ScanError) => void) | undefined;
  /** Which camera; without it the one at the back, where there is one. */
  readonly deviceId?: string | undefined;
  /** Aborted when the camera is no longer wanted, also while permission is still being asked. */
  readonly signal?: AbortSignal | undefined;
}

export interface CameraSession {
  readonly controls: CameraControls;
  /** Turns the camera off and takes it out of the video element. */
  stop: () => void;
}

/** Frames are scaled down to this: a code that fills a third of it has 5 pixels a module. */
const MAX_FRAME_PIXELS = 1280 * 960;

/** One frame of so many is looked at carefully, for a code that is held still and not read quickly. */
const CAREFUL_EVERY = 4;

/** Pause between frames in milliseconds where the engine does not announce them. */
const FRAME_PAUSE = 60;

/**
 * Starts a camera, shows it in the video element, and reads its frames, one at a
 * time and never faster than the reader.
 *
 * @throws ScanError `insecure-context`, `closed` after an abort, or a `camera-…` code.
 */
export async function openCamera(
  video: HTMLVideoElement,
  options: CameraOptions,
): Promise<CameraSession> {
  const { reader, onSeen, onError, signal } = options;
  assertAvailable();
  const stream = await requestCamera(options.deviceId);
  const ended = new AbortController();
  const stop = () => {
    ended.abort();
    stopStream(stream);
    if (video.srcObject === stream) video.srcObject = null;
  };
  const isWanted = () => signal?.aborted !== true;
  signal?.addEventListener('abort', stop, { signal: ended.signal });
  try {
    if (isWanted()) await playIn(video, stream);
  } catch {
    stop();
    if (isWanted()) throw new ScanError('camera-failed');
  }
  if (!isWanted()) {
    stop();
    throw new ScanError('closed');
  }
  const fail = (error: ScanError) => {
    if (ended.signal.aborted) return;
    stop();
    onError?.(error);
  };
  const [track] = stream.getTracks();
  track?.addEventListener('ended', () => {
    fail(new ScanError('camera-ended'));
  });
  readFrames(video, { reader, onSeen, ended: ended.signal }).catch((error: unknown) => {
    fail(cameraError(error));
  });
  return { stop, controls: track === undefined ? { deviceId: '' } : controlsOf(track) };
}

function assertAvailable(): void {
  if (!isSecureContext) throw new ScanError('insecure-context');
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (typeof mediaDevices?.getUserMedia !== 'function') throw new ScanError('camera-unsupported');
}

async function requestCamera(deviceId: string | undefined): Promise<MediaStream> {
  const which =
    deviceId === undefined
      ? { facingMode: { ideal: 'environment' } }
      : { deviceId: { exact: deviceId } };
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { ...which, ...size },
    });
  } catch (error) {
    throw cameraError(error);
  }
}

interface Reading {
  readonly reader: QrReader;
  readonly onSeen: (seen: Seen) => void;
  readonly ended: AbortSignal;
}

async function readFrames(
  video: HTMLVideoElement,
  { reader, onSeen, ended }: Reading,
): Promise<void> {
  for (let frames = 1; !isAborted(ended); frames += 1) {
    await nextFrame(video, FRAME_PAUSE, ended);
    const frame = isAborted(ended) ? undefined : await takeFrame(video);
    if (frame === undefined) continue;
    const seen = await reader.read(frame, frames % CAREFUL_EVERY === 0 ? 'careful' : 'quick');
    if (!isAborted(ended)) onSeen(seen);
  }
}

/** `undefined` while the video has no frame to show. */
async function takeFrame(video: HTMLVideoElement): Promise<ImageBitmap | undefined> {
  if (video.videoWidth === 0 || video.readyState < video.HAVE_CURRENT_DATA) return undefined;
  const frame = { width: video.videoWidth, height: video.videoHeight };
  const { width, height } = fitSize(frame, MAX_FRAME_PIXELS);
  return createImageBitmap(video, { resizeWidth: width, resizeHeight: height });
}

/** A function, as the compiler takes the property for unchanged after an `await`. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

import { canCaptureScreen } from './can-capture-screen.browser.ts';
import { ScanError } from './errors.ts';
import { screenError } from './media-errors.ts';
import { pause, playIn, stopStream } from './video.browser.ts';

/** What the browser's chooser offers; engines that do not know a setting ignore it. */
export interface ScreenCaptureOptions {
  /** Offers this very tab first; off, as the code is usually in another tab or window. */
  readonly preferCurrentTab?: boolean | undefined;
}

/** Settings of the Screen Capture specification that are missing in TypeScript's. */
interface CaptureRequest extends DisplayMediaStreamOptions {
  readonly preferCurrentTab: boolean;
  readonly selfBrowserSurface: 'include' | 'exclude';
  readonly surfaceSwitching: 'include' | 'exclude';
  readonly monitorTypeSurfaces: 'include' | 'exclude';
  readonly controller?: object;
}

interface FocusController {
  setFocusBehavior: (behavior: 'no-focus-change') => void;
}

/** Milliseconds until a window that shows nothing counts as empty. */
const FRAME_TIMEOUT = 5_000;

/** Milliseconds between looks at a frame that is still black. */
const FRAME_PAUSE = 100;

/** A black first frame is told from a real one on a copy with this side. */
const PREVIEW_SIDE = 128;

/**
 * Asks the person for a window, a tab or a screen, takes one picture of it and
 * ends the capture at once. Must be called while a click is being handled.
 *
 * @throws ScanError `screen-cancelled` when the person chose nothing, which is no failure;
 *   `insecure-context`, `screen-unsupported`, `screen-blocked`, `screen-empty` or `screen-failed`.
 */
export async function captureScreenFrame(options: ScreenCaptureOptions = {}): Promise<ImageBitmap> {
  if (!isSecureContext) throw new ScanError('insecure-context');
  if (!canCaptureScreen()) throw new ScanError('screen-unsupported');
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia(requestFor(options));
  } catch (error) {
    throw screenError(error);
  }
  const video = document.createElement('video');
  try {
    // A window that is minimized never starts to play.
    await Promise.race([playIn(video, stream), pause(FRAME_TIMEOUT)]);
    return await firstFrame(video);
  } catch (error) {
    throw screenError(error);
  } finally {
    stopStream(stream);
    video.srcObject = null;
  }
}

function requestFor({ preferCurrentTab = false }: ScreenCaptureOptions): CaptureRequest {
  const controller = stayingHere();
  return {
    audio: false,
    video: true,
    preferCurrentTab,
    selfBrowserSurface: 'include',
    surfaceSwitching: 'exclude',
    monitorTypeSurfaces: 'include',
    ...(controller && { controller }),
  };
}

/** Keeps the browser from switching to the chosen tab, in the engines that would. */
function stayingHere(): FocusController | undefined {
  const { CaptureController: Controller } = globalThis as {
    CaptureController?: new () => Partial<FocusController>;
  };
  if (Controller === undefined) return undefined;
  const controller = new Controller();
  if (controller.setFocusBehavior === undefined) return undefined;
  controller.setFocusBehavior('no-focus-change');
  return controller as FocusController;
}

/** The first frame that shows anything; engines may begin with black ones. */
async function firstFrame(video: HTMLVideoElement): Promise<ImageBitmap> {
  const deadline = performance.now() + FRAME_TIMEOUT;
  while (performance.now() < deadline) {
    if (video.videoWidth > 0 && video.readyState >= video.HAVE_CURRENT_DATA) {
      const frame = await createImageBitmap(video);
      if (showsAnything(frame)) return frame;
      frame.close();
    }
    await pause(FRAME_PAUSE);
  }
  throw new ScanError('screen-empty');
}

function showsAnything(frame: ImageBitmap): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PREVIEW_SIDE;
  const context = canvas.getContext('2d');
  context?.drawImage(frame, 0, 0, PREVIEW_SIDE, PREVIEW_SIDE);
  const { data = [] } = context?.getImageData(0, 0, PREVIEW_SIDE, PREVIEW_SIDE) ?? {};
  return data.some((value, index) => index % 4 !== 3 && value > 0);
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canCaptureScreen } from '../../../src/lib/scan/can-capture-screen.browser.ts';
import { captureScreenFrame } from '../../../src/lib/scan/screen.browser.ts';
import { FakeVideo, fakeStream, namedError } from './media.ts';

const getDisplayMedia = vi.fn<(options: unknown) => Promise<MediaStream>>();

/** A canvas of a single pixel, as light as what is drawn on it. */
class FakeCanvas {
  #light = 0;
  getContext() {
    return {
      drawImage: ({ light }: { light: number }) => (this.#light = light),
      getImageData: () => ({
        data: Uint8ClampedArray.from([this.#light, this.#light, this.#light, 255]),
      }),
    };
  }
}

/** Bitmaps of one brightness after the other; the last one stays. */
function stubFrames(...brightness: readonly number[]) {
  const waiting = [...brightness];
  const frames: { close: () => void; light: number; width: number; height: number }[] = [];
  vi.stubGlobal('createImageBitmap', (source: { light?: number }) => {
    const light = source.light ?? (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? 0;
    const bitmap = { light, width: 800, height: 600, close: vi.fn() };
    if (source.light === undefined) frames.push(bitmap);
    return Promise.resolve(bitmap);
  });
  return frames;
}

function setUp() {
  const video = new FakeVideo();
  const { stream, track } = fakeStream();
  getDisplayMedia.mockResolvedValue(stream);
  vi.stubGlobal('document', {
    createElement: (name: string) => (name === 'canvas' ? new FakeCanvas() : video),
  });
  return { video, track };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('captureScreenFrame', () => {
  test('takes one frame and ends the capture at once', async () => {
    const { video, track } = setUp();
    const frames = stubFrames(200);
    const frame = await captureScreenFrame();
    expect(frame).toBe(frames[0]);
    expect(frames).toHaveLength(1);
    expect(track.stop).toHaveBeenCalledTimes(1);
    expect(video.srcObject).toBeNull();
  });

  test('offers other tabs, windows and screens alike, without sound', async () => {
    setUp();
    stubFrames(200);
    await captureScreenFrame();
    expect(getDisplayMedia.mock.calls).toEqual([
      [
        {
          audio: false,
          video: true,
          preferCurrentTab: false,
          selfBrowserSurface: 'include',
          surfaceSwitching: 'exclude',
          monitorTypeSurfaces: 'include',
        },
      ],
    ]);
  });

  test('offers this tab first where it is asked to', async () => {
    setUp();
    stubFrames(200);
    await captureScreenFrame({ preferCurrentTab: true });
    expect(getDisplayMedia.mock.calls[0]?.[0]).toMatchObject({ preferCurrentTab: true });
  });

  test('keeps the focus on this page where the engine can', async () => {
    setUp();
    stubFrames(200);
    const setFocusBehavior = vi.fn();
    vi.stubGlobal(
      'CaptureController',
      class {
        readonly setFocusBehavior = setFocusBehavior;
      },
    );
    await captureScreenFrame();
    expect(setFocusBehavior).toHaveBeenCalledExactlyOnceWith('no-focus-change');
    expect(getDisplayMedia.mock.calls[0]?.[0]).toHaveProperty('controller');
  });

  test('skips frames that are still black', async () => {
    const { track } = setUp();
    const frames = stubFrames(0, 0, 90);
    const capture = captureScreenFrame();
    await vi.advanceTimersByTimeAsync(150);
    expect(track.stop).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(await capture).toBe(frames[2]);
    expect(frames.map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([1, 1, 0]);
  });

  test('gives up on a window that shows nothing, and ends the capture', async () => {
    const { track } = setUp();
    stubFrames(0);
    const capture = expect(captureScreenFrame()).rejects.toMatchObject({ code: 'screen-empty' });
    await vi.advanceTimersByTimeAsync(6_000);
    await capture;
    expect(track.stop).toHaveBeenCalledTimes(1);
  });

  test('gives up on a window that never starts to play, and ends the capture', async () => {
    const { video, track } = setUp();
    stubFrames(200);
    video.videoWidth = 0;
    video.play.mockReturnValue(new Promise(() => undefined));
    const capture = expect(captureScreenFrame()).rejects.toMatchObject({ code: 'screen-empty' });
    await vi.advanceTimersByTimeAsync(12_000);
    await capture;
    expect(track.stop).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['NotAllowedError', 'Permission denied', 'screen-cancelled'],
    ['NotAllowedError', 'Permission denied by system', 'screen-blocked'],
    ['NotAllowedError', 'disallowed by permissions policy', 'screen-blocked'],
    ['SecurityError', '', 'screen-blocked'],
    ['NotReadableError', 'Could not start video source', 'screen-blocked'],
    ['InvalidStateError', 'requires transient activation', 'screen-failed'],
    ['TypeError', '', 'screen-failed'],
  ])('tells %s (%s) as %s', async (name, message, code) => {
    setUp();
    getDisplayMedia.mockRejectedValue(namedError(name, message));
    await expect(captureScreenFrame()).rejects.toMatchObject({ name: 'ScanError', code });
  });

  test('explains that phones cannot capture the screen', async () => {
    vi.stubGlobal('navigator', { mediaDevices: {} });
    await expect(captureScreenFrame()).rejects.toMatchObject({ code: 'screen-unsupported' });
  });

  test('explains that only secure pages may capture the screen', async () => {
    vi.stubGlobal('isSecureContext', false);
    await expect(captureScreenFrame()).rejects.toMatchObject({ code: 'insecure-context' });
  });
});

describe('canCaptureScreen', () => {
  test('is true where the browser offers it to a secure page', () => {
    expect(canCaptureScreen()).toBe(true);
  });

  test.each([{}, { mediaDevices: {} }])('is false without it: %o', (navigator) => {
    vi.stubGlobal('navigator', navigator);
    expect(canCaptureScreen()).toBe(false);
  });
});

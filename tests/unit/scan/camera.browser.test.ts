import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCamera } from '../../../src/lib/scan/camera.browser.ts';
import { ScanError } from '../../../src/lib/scan/errors.ts';
import { NOTHING } from '../../../src/lib/scan/finding.ts';
import type { Seen } from '../../../src/lib/scan/protocol.ts';
import type { QrReader } from '../../../src/lib/scan/reader.browser.ts';
import { FakeVideo, fakeStream, namedError } from './media.ts';

const getUserMedia = vi.fn<(constraints: MediaStreamConstraints) => Promise<MediaStream>>();
const frame = { width: 1280, height: 720, close: vi.fn() };
const createBitmap = vi.fn(() => Promise.resolve(frame));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const FOUND: Seen = {
  codes: [{ text: 'found', box: { x: 0, y: 0, width: 1, height: 1 } }],
  unreadable: false,
};

/** A reader that a test answers for. */
function fakeReader() {
  const answers: { resolve: (seen: Seen) => void; reject: (error: unknown) => void }[] = [];
  const read = vi.fn(
    () => new Promise<Seen>((resolve, reject) => answers.push({ resolve, reject })),
  );
  const reader: QrReader = { read, warm: vi.fn(), close: vi.fn() };
  return { reader, read, answers };
}

function setUp() {
  const video = new FakeVideo();
  const { stream, track } = fakeStream();
  getUserMedia.mockResolvedValue(stream);
  const onSeen = vi.fn();
  const onError = vi.fn();
  const { reader, read, answers } = fakeReader();
  const options = { reader, onSeen, onError };
  return { video, stream, track, options, read, answers, onSeen, onError };
}

describe('openCamera', () => {
  beforeEach(() => {
    vi.resetAllMocks();
    createBitmap.mockResolvedValue(frame);
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
    vi.stubGlobal('createImageBitmap', createBitmap);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('asks for the rear camera, without sound', async () => {
    const { video, stream, options } = setUp();
    const session = await openCamera(video.asElement(), options);
    expect(getUserMedia.mock.calls[0]?.[0]).toMatchObject({
      audio: false,
      video: { facingMode: { ideal: 'environment' } },
    });
    expect(video).toMatchObject({ srcObject: stream, muted: true, playsInline: true });
    session.stop();
  });

  test('asks for a camera by its id where one was chosen', async () => {
    const { video, options } = setUp();
    const session = await openCamera(video.asElement(), { ...options, deviceId: 'usb' });
    expect(getUserMedia.mock.calls[0]?.[0].video).toMatchObject({ deviceId: { exact: 'usb' } });
    session.stop();
  });

  test('reads one frame at a time, quickly, at a bounded size', async () => {
    const { video, options, read, answers, onSeen } = setUp();
    const session = await openCamera(video.asElement(), options);
    video.showFrame();
    await settled();
    video.showFrame();
    await settled();
    expect(read.mock.calls).toEqual([[frame, 'quick']]);
    const [[, size]] = createBitmap.mock.calls as unknown as [[unknown, ImageBitmapOptions]];
    expect((size.resizeWidth ?? 0) * (size.resizeHeight ?? 0)).toBeLessThanOrEqual(1280 * 960);
    answers[0]?.resolve(NOTHING);
    await settled();
    video.showFrame();
    await settled();
    answers[1]?.resolve(FOUND);
    await settled();
    expect(onSeen.mock.calls).toEqual([[NOTHING], [FOUND]]);
    session.stop();
  });

  test('looks carefully at every fourth frame, for codes that are hard to read', async () => {
    const { video, options, read, answers } = setUp();
    const session = await openCamera(video.asElement(), options);
    for (let frames = 0; frames < 8; frames += 1) {
      video.showFrame();
      await settled();
      answers[frames]?.resolve(NOTHING);
      await settled();
    }
    const efforts = read.mock.calls.map((call) => (call as unknown[])[1]);
    expect(efforts.slice(0, 8)).toEqual([
      'quick',
      'quick',
      'quick',
      'careful',
      'quick',
      'quick',
      'quick',
      'careful',
    ]);
    session.stop();
  });

  test('waits while the video has no picture yet', async () => {
    const { video, options, read } = setUp();
    video.videoWidth = 0;
    const session = await openCamera(video.asElement(), options);
    video.showFrame();
    await settled();
    expect(read).not.toHaveBeenCalled();
    video.videoWidth = 640;
    video.showFrame();
    await settled();
    expect(read).toHaveBeenCalledTimes(1);
    session.stop();
  });

  test('is off and silent once it is stopped', async () => {
    const { video, track, options, read, answers, onSeen, onError } = setUp();
    const session = await openCamera(video.asElement(), options);
    video.showFrame();
    await settled();
    session.stop();
    expect(track.stop).toHaveBeenCalledTimes(1);
    expect(video.srcObject).toBeNull();
    answers[0]?.resolve(FOUND);
    await settled();
    video.showFrame();
    await settled();
    expect(read).toHaveBeenCalledTimes(1);
    expect(onSeen).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });

  test('offers the lamp and the zoom of a camera that has them', async () => {
    const { video, track, options } = setUp();
    track.getCapabilities.mockReturnValue({ torch: true, zoom: { min: 1, max: 5, step: 0.5 } });
    track.getSettings.mockReturnValue({ deviceId: 'rear', zoom: 2 });
    const { controls, stop } = await openCamera(video.asElement(), options);
    expect(controls).toMatchObject({ deviceId: 'rear', zoom: { min: 1, max: 5, value: 2 } });
    await controls.torch?.(true);
    await controls.zoom?.set(3);
    expect(track.applyConstraints.mock.calls).toEqual([
      [{ advanced: [{ torch: true }] }],
      [{ advanced: [{ zoom: 3 }] }],
    ]);
    stop();
  });

  test('offers neither where there is none', async () => {
    const { video, track, options } = setUp();
    track.getCapabilities.mockReturnValue({ zoom: { min: 1, max: 1 } });
    const { controls, stop } = await openCamera(video.asElement(), options);
    expect(controls).toEqual({ deviceId: '' });
    stop();
  });

  test('says so when the camera is disconnected', async () => {
    const { video, track, options, onError } = setUp();
    await openCamera(video.asElement(), options);
    track.dispatchEvent(new Event('ended'));
    expect(onError.mock.calls).toMatchObject([[{ code: 'camera-ended' }]]);
    expect(video.srcObject).toBeNull();
  });

  test('says so when the reader fails, and turns the camera off', async () => {
    const { video, track, options, answers, onError } = setUp();
    await openCamera(video.asElement(), options);
    video.showFrame();
    await settled();
    answers[0]?.reject(new ScanError('worker-failed'));
    await settled();
    expect(onError.mock.calls).toMatchObject([[{ code: 'worker-failed' }]]);
    expect(track.stop).toHaveBeenCalled();
  });

  test('turns off a camera that is no longer wanted when permission comes', async () => {
    const { video, stream, track, options } = setUp();
    const controller = new AbortController();
    let allow: (stream: MediaStream) => void = () => undefined;
    getUserMedia.mockReturnValue(new Promise((resolve) => (allow = resolve)));
    const opening = openCamera(video.asElement(), { ...options, signal: controller.signal });
    controller.abort();
    allow(stream);
    await expect(opening).rejects.toMatchObject({ code: 'closed' });
    expect(track.stop).toHaveBeenCalled();
    expect(video.srcObject).toBeNull();
  });

  test('turns off when it is aborted later', async () => {
    const { video, track, options } = setUp();
    const controller = new AbortController();
    await openCamera(video.asElement(), { ...options, signal: controller.signal });
    expect(track.stop).not.toHaveBeenCalled();
    controller.abort();
    expect(track.stop).toHaveBeenCalled();
  });

  test('turns off a camera whose picture cannot be played', async () => {
    const { video, track, options } = setUp();
    video.play.mockRejectedValue(namedError('NotAllowedError'));
    const opening = openCamera(video.asElement(), options);
    await expect(opening).rejects.toMatchObject({ code: 'camera-failed' });
    expect(track.stop).toHaveBeenCalled();
  });

  test.each([
    ['NotAllowedError', 'camera-denied', /Allow it/],
    ['SecurityError', 'camera-denied', /Allow it/],
    ['NotFoundError', 'camera-missing', /No camera was found/],
    ['NotReadableError', 'camera-busy', /in use/],
    ['AbortError', 'camera-busy', /in use/],
    ['OverconstrainedError', 'camera-unsuitable', /another camera/],
    ['TypeError', 'camera-failed', /could not be started/],
  ])('explains %s', async (name, code, message) => {
    const { video, options } = setUp();
    // Older engines' media errors are not instances of Error.
    getUserMedia.mockRejectedValue({ name });
    const opening = openCamera(video.asElement(), options);
    await expect(opening).rejects.toMatchObject({ name: 'ScanError', code });
    await expect(opening).rejects.toThrow(message);
  });

  test('explains that only secure pages may use the camera', async () => {
    const { video, options } = setUp();
    vi.stubGlobal('isSecureContext', false);
    vi.stubGlobal('navigator', {});
    const opening = openCamera(video.asElement(), options);
    await expect(opening).rejects.toMatchObject({ code: 'insecure-context' });
  });

  test('explains that the browser has no camera access', async () => {
    const { video, options } = setUp();
    vi.stubGlobal('navigator', {});
    const opening = openCamera(video.asElement(), options);
    await expect(opening).rejects.toMatchObject({ code: 'camera-unsupported' });
  });
});

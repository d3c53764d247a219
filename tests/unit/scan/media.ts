import { vi } from 'vitest';

/** A camera's or screen's track that a test can look at. */
class FakeTrack extends EventTarget {
  readonly stop = vi.fn();
  readonly getCapabilities = vi.fn<() => object>(() => ({}));
  readonly getSettings = vi.fn<() => object>(() => ({}));
  readonly applyConstraints = vi.fn<(constraints: unknown) => Promise<void>>(() =>
    Promise.resolve(),
  );
}

/** A stream of one video track. */
export function fakeStream() {
  const track = new FakeTrack();
  return { track, stream: { getTracks: () => [track] } as unknown as MediaStream };
}

/** A video element that shows a frame each time a test says so. */
export class FakeVideo {
  readonly HAVE_CURRENT_DATA = 2;
  srcObject: unknown = null;
  muted = false;
  playsInline = false;
  readyState = 4;
  videoWidth = 1920;
  videoHeight = 1080;
  readonly play = vi.fn(() => Promise.resolve());
  #waiting: (() => void)[] = [];

  requestVideoFrameCallback(callback: () => void): void {
    this.#waiting.push(callback);
  }

  showFrame(): void {
    for (const callback of this.#waiting.splice(0)) callback();
  }

  asElement(): HTMLVideoElement {
    return this as unknown as HTMLVideoElement;
  }
}

/** An error as browsers name theirs. */
export function namedError(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

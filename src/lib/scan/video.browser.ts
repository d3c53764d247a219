/** Ends a stream: the camera's light goes out, the browser's "is sharing" bar away. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Plays a stream in a video element, without sound and in its place on the page. */
export async function playIn(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
}

/**
 * Waits until the video shows another frame, or for this many milliseconds where
 * engines do not say so; no longer than until the signal is aborted.
 */
export function nextFrame(
  video: HTMLVideoElement,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(done);
    else setTimeout(done, milliseconds);
  });
}

/** Waits for this many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

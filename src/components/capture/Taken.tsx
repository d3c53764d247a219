import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../lib/scan/finding.ts';
import { captureWords } from './capture-words.ts';

/** A picture of the screen, and where in it the code is that was read. */
export interface TakenPicture {
  readonly bitmap: ImageBitmap;
  readonly crop?: Box;
}

interface Props {
  readonly taken: TakenPicture;
}

/** Longest side that it is shown with, in pixels. */
const LONGEST = 320;

/** Share of the code's size that is shown around it. */
const MARGIN = 0.25;

/** Shows what was taken of the screen: the code with a margin, or else the whole picture. */
export function Taken({ taken }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) paint(canvas.current, taken);
    // The picture shows a secret: it is given up as soon as it is not looked at.
    return () => {
      taken.bitmap.close();
    };
  }, [taken]);
  return (
    <figure
      class={taken.crop === undefined ? 'capture-taken' : 'capture-taken capture-taken-code'}
      data-testid="capture-taken"
    >
      <canvas ref={canvas} aria-hidden="true" />
      <figcaption>
        {taken.crop === undefined ? captureWords.takenWhole : captureWords.takenRead}
      </figcaption>
    </figure>
  );
}

function paint(canvas: HTMLCanvasElement, { bitmap, crop }: TakenPicture): void {
  // It was shown before, and given up.
  if (bitmap.width === 0) return;
  const around = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const margin = crop === undefined ? 0 : MARGIN;
  const left = Math.max(0, (around.x - margin * around.width) * bitmap.width);
  const top = Math.max(0, (around.y - margin * around.height) * bitmap.height);
  const width = Math.min(bitmap.width - left, (1 + 2 * margin) * around.width * bitmap.width);
  const height = Math.min(bitmap.height - top, (1 + 2 * margin) * around.height * bitmap.height);
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas
    .getContext('2d')
    ?.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
}

import type { FrameMeasure } from './frame.ts';

/** What keeps a camera from reading a code, as far as its frames show. */
export type FrameTrouble = 'dark' | 'far' | 'blurred' | 'unclear' | 'no-code';

/** Mean brightness below which a camera's picture is mostly noise. */
const DARK = 40;

/** Pixels of a module below which a camera's blur joins it with its neighbors. */
const FEWEST_PIXELS = 4.2;

/** Steepness of edges in focus is 0.45 and more, out of focus 0.35 and less. */
const IN_FOCUS = 0.4;

/** Below this deviation there is nothing in the frame that could be sharp or not. */
const LEAST_CONTRAST = 4;

/** How many of the last frames must agree. */
const MAJORITY = 0.5;

/** What is wrong with one frame. */
export function troubleOf({ light, contrast, sharpness, moduleSize }: FrameMeasure): FrameTrouble {
  if (light < DARK) return 'dark';
  if (moduleSize !== undefined && moduleSize < FEWEST_PIXELS) return 'far';
  if (contrast > LEAST_CONTRAST && sharpness < IN_FOCUS) return 'blurred';
  return moduleSize === undefined ? 'no-code' : 'unclear';
}

/** What is wrong with most of the frames; `undefined` while they do not agree. */
export function commonTrouble(frames: readonly FrameMeasure[]): FrameTrouble | undefined {
  const counts = new Map<FrameTrouble, number>();
  for (const frame of frames) {
    const trouble = troubleOf(frame);
    counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] > frames.length * MAJORITY ? most[0] : undefined;
}

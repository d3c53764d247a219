import { useRef, useState } from 'preact/hooks';
import { commonTrouble, type FrameTrouble } from '../../lib/scan/frame-advice.ts';
import type { FrameMeasure } from '../../lib/scan/frame.ts';

/** What keeps the camera from reading, once that has been so for a while. */
export interface Advice {
  readonly trouble: FrameTrouble | undefined;
  readonly add: (frame: FrameMeasure) => void;
}

/** Milliseconds of frames that one advice is drawn from; it changes no faster than that. */
const WHILE = 3_000;

/** Fewer frames than this are no ground for advice. */
const LEAST_FRAMES = 3;

/** Collects measures and says what most of the last few seconds have in common. */
export function useAdvice(): Advice {
  const [trouble, setTrouble] = useState<FrameTrouble>();
  const collected = useRef<{ since: number; frames: FrameMeasure[] }>();
  const add = (frame: FrameMeasure): void => {
    const now = performance.now();
    collected.current ??= { since: now, frames: [] };
    const { since, frames } = collected.current;
    frames.push(frame);
    if (now - since < WHILE || frames.length < LEAST_FRAMES) return;
    setTrouble(commonTrouble(frames));
    collected.current = { since: now, frames: [] };
  };
  return { trouble, add };
}

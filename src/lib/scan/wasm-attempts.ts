import type { Effort } from './attempts.ts';
import type { Size } from './picture.ts';
import type { WasmLook } from './wasm-reader.ts';

/** One attempt with the WebAssembly reader: how, and at which share of the picture's size. */
export interface WasmAttempt {
  readonly scale: number;
  readonly how: WasmLook;
}

const LOCAL: WasmLook = { binarizer: 'local' };
const HISTOGRAM: WasmLook = { binarizer: 'histogram' };

/** In the order that reads most the soonest. */
const ALL: readonly WasmAttempt[] = [
  { scale: 1, how: LOCAL },
  { scale: 0.66, how: HISTOGRAM },
  { scale: 2, how: LOCAL },
  { scale: 1, how: HISTOGRAM },
  { scale: 0.5, how: LOCAL },
  { scale: 1, how: { ...LOCAL, denoise: true } },
];

/** Large pictures are not enlarged: what they show is large enough. */
const MAX_ENLARGED_PIXELS = 4_000_000;

/** The attempts that a picture of this size is worth. */
export function wasmAttempts({ width, height }: Size, effort: Effort): WasmAttempt[] {
  return (effort === 'quick' ? ALL.slice(0, 2) : ALL).filter(
    ({ scale }) => scale <= 1 || width * height * scale ** 2 <= MAX_ENLARGED_PIXELS,
  );
}

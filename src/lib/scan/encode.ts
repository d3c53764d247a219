import { MAX_VERSION, dataBytesOf, toCodewords } from './encode-codewords.ts';
import { MASKS, penaltyOf } from './encode-masks.ts';
import { drawFormat, emptyCode, placeCodewords } from './encode-modules.ts';
import type { CodeModules } from './encode-modules.ts';

/**
 * Makes the QR code of a text (ISO/IEC 18004): its UTF-8 bytes, error correction
 * level M, the smallest version that holds them.
 *
 * @returns Rows of modules, `true` for the dark ones, without the light border of four modules.
 * @throws RangeError for more than 2,331 bytes.
 */
export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  const code = emptyCode(version);
  placeCodewords(code, toCodewords(bytes, version));
  const [first, ...others] = MASKS.map((_, mask) => masked(code, mask));
  if (first === undefined) return [];
  const best = others.reduce((least, next) => (next.penalty < least.penalty ? next : least), first);
  return best.modules;
}

function versionFor(length: number): number {
  for (let version = 1; version <= MAX_VERSION; version += 1) {
    if (length <= dataBytesOf(version)) return version;
  }
  throw new RangeError('This text is too long for a QR code.');
}

/** The code with every data module under this mask, and how hard to read that is. */
function masked({ modules, fixed }: CodeModules, mask: number) {
  const isInverted = MASKS[mask];
  const result = modules.map((row, y) =>
    row.map((dark, x) => dark !== (fixed[y]?.[x] !== true && isInverted?.(x, y) === true)),
  );
  drawFormat(result, mask);
  return { modules: result, penalty: penaltyOf(result) };
}

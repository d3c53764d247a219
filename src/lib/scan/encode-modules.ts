/** A code in the making. */
export interface CodeModules {
  /** Rows of modules, `true` for the dark ones. */
  readonly modules: boolean[][];
  /** Modules of patterns, format and version, which hold no data and are not masked. */
  readonly fixed: boolean[][];
}

/** Level M in the format's two bits. */
const LEVEL_M = 0b00;

/** Draws everything but data and format; the format's modules are kept free. */
export function emptyCode(version: number): CodeModules {
  const side = 17 + 4 * version;
  const row = () => Array.from({ length: side }, () => false);
  const code = {
    modules: Array.from({ length: side }, row),
    fixed: Array.from({ length: side }, row),
  };
  const set = (x: number, y: number, dark: boolean) => {
    if (Math.min(x, y) < 0 || Math.max(x, y) >= side) return;
    put(code.modules, x, y, dark);
    put(code.fixed, x, y, true);
  };
  for (let index = 0; index < side; index += 1) {
    set(index, 6, index % 2 === 0);
    set(6, index, index % 2 === 0);
  }
  drawRings(set, alignmentCenters(version, side), 2, [0, 2]);
  for (const { x, y } of formatModules(side)) set(x, y, false);
  drawRings(
    set,
    [
      [3, 3],
      [side - 4, 3],
      [3, side - 4],
    ],
    4,
    [0, 1, 3],
  );
  set(8, side - 8, true);
  if (version >= 7) drawVersion(set, version, side);
  return code;
}

/** Places bits in columns of two from the right, up and down in turn (ISO/IEC 18004, 7.7.3). */
export function placeCodewords(
  { modules, fixed }: CodeModules,
  codewords: readonly number[],
): void {
  const side = modules.length;
  let bit = 0;
  let upward = true;
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < side; step += 1) {
      const y = upward ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x] === true) continue;
        const codeword = codewords[bit >>> 3] ?? 0;
        put(modules, x, y, ((codeword >>> (7 - (bit & 7))) & 1) === 1);
        bit += 1;
      }
    }
    upward = !upward;
  }
}

/** Writes level and mask, twice: five bits, ten check bits, and a fixed pattern over both (7.9.1). */
export function drawFormat(modules: boolean[][], mask: number): void {
  const bits = withCheck((LEVEL_M << 3) | mask, 10, 0x537) ^ 0x5412;
  for (const { x, y, bit } of formatModules(modules.length)) {
    put(modules, x, y, ((bits >>> bit) & 1) === 1);
  }
}

type SetModule = (x: number, y: number, dark: boolean) => void;

/** Concentric squares around centers; `dark` names the distances that are dark. */
function drawRings(
  set: SetModule,
  centers: readonly (readonly [number, number])[],
  radius: number,
  dark: readonly number[],
): void {
  for (const [centerX, centerY] of centers) {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        set(centerX + dx, centerY + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  }
}

/** Centers of the alignment patterns: an even grid from 6 to the far side, but for three corners (annex E). */
function alignmentCenters(version: number, side: number): [number, number][] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = side - 7;
  // Version 32 is the one that the rule does not give.
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / (2 * count - 2));
  const places = Array.from({ length: count }, (_, index) =>
    index === 0 ? 6 : last - (count - 1 - index) * step,
  );
  return places
    .flatMap((y) => places.map((x): [number, number] => [x, y]))
    .filter(([x, y]) => !(x === 6 && (y === 6 || y === last)) && !(y === 6 && x === last));
}

/** Where each bit of the format stands, lowest bit first. */
function formatModules(side: number): { x: number; y: number; bit: number }[] {
  return Array.from({ length: 15 }, (_, bit) => {
    // Around the upper left corner, past the timing lines.
    const beside = bit < 6 ? bit : bit < 8 ? bit + 1 : 8;
    const above = bit < 8 ? 8 : bit === 8 ? 7 : 14 - bit;
    const split = bit < 8 ? { x: side - 1 - bit, y: 8 } : { x: 8, y: side - 15 + bit };
    return [
      { x: above, y: beside, bit },
      { ...split, bit },
    ];
  }).flat();
}

/** Six bits of version and twelve check bits, at two corners (7.10). */
function drawVersion(set: SetModule, version: number, side: number): void {
  const bits = withCheck(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const dark = ((bits >>> bit) & 1) === 1;
    const along = Math.floor(bit / 3);
    const across = side - 11 + (bit % 3);
    set(along, across, dark);
    set(across, along, dark);
  }
}

/** The value followed by its remainder after division by the polynomial. */
function withCheck(value: number, checkBits: number, polynomial: number): number {
  let rest = value;
  for (let bit = 0; bit < checkBits; bit += 1) {
    rest = (rest << 1) ^ ((rest >>> (checkBits - 1)) & 1 ? polynomial : 0);
  }
  return (value << checkBits) | rest;
}

function put(modules: boolean[][], x: number, y: number, value: boolean): void {
  const row = modules[y];
  if (row !== undefined) row[x] = value;
}

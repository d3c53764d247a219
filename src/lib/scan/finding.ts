/** Where a code stands in its picture, in fractions of the picture's width and height: 0 to 1. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A QR code that was read. */
export interface FoundCode {
  readonly text: string;
  readonly box: Box;
}

/** What one look at a picture gave. */
export interface Look {
  /** All codes that were read, from the top of the picture to its bottom. */
  readonly codes: readonly FoundCode[];
  /** Whether there is a further code, or what looks like one, that could not be read. */
  readonly unreadable: boolean;
}

export const NOTHING: Look = { codes: [], unreadable: false };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The box around points in pixels, cut off at the picture's edges. */
export function boxAround(
  points: readonly Point[],
  { width, height }: { width: number; height: number },
): Box {
  const within = (value: number, size: number) => Math.min(1, Math.max(0, value / size));
  const columns = points.map(({ x }) => within(x, width));
  const rows = points.map(({ y }) => within(y, height));
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  return { x: left, y: top, width: Math.max(...columns) - left, height: Math.max(...rows) - top };
}

/** All codes of several looks at one picture: the same text at the same place counts once. */
export function joinCodes(...looks: readonly (readonly FoundCode[])[]): FoundCode[] {
  const joined: FoundCode[] = [];
  for (const code of looks.flat()) {
    if (!joined.some((other) => other.text === code.text && overlap(other.box, code.box)))
      joined.push(code);
  }
  return joined.sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
}

function overlap(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x + one.width / 2 - other.x - other.width / 2) < (one.width + other.width) / 2 &&
    Math.abs(one.y + one.height / 2 - other.y - other.height / 2) < (one.height + other.height) / 2
  );
}

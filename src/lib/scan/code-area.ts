import type { Corners } from './corners.ts';
import { boxAround } from './finding.ts';
import type { Box } from './finding.ts';
import type { Size } from './picture.ts';
import { ResultPoint } from './zxing.ts';
import type { FinderPattern } from './zxing.ts';

/** Modules from a finder pattern's center to the edge of the code. */
const CENTER_TO_EDGE = 3.5;

/** The square or slanted area of a code, from its three corners. */
export class CodeArea {
  readonly #x: number;
  readonly #y: number;
  readonly #right: readonly [x: number, y: number];
  readonly #down: readonly [x: number, y: number];
  readonly #margin: number;

  constructor(corners: Corners) {
    const patterns = [...corners.patterns];
    ResultPoint.orderBestPatterns(patterns);
    const [bottomLeft, topLeft, topRight] = patterns as [
      FinderPattern,
      FinderPattern,
      FinderPattern,
    ];
    this.#x = topLeft.getX();
    this.#y = topLeft.getY();
    this.#right = [topRight.getX() - this.#x, topRight.getY() - this.#y];
    this.#down = [bottomLeft.getX() - this.#x, bottomLeft.getY() - this.#y];
    this.#margin = (CENTER_TO_EDGE * corners.moduleSize) / corners.leg;
  }

  /** Whether a pattern lies in the code: it belongs to it and to no other. */
  covers(pattern: FinderPattern): boolean {
    const [rightX, rightY] = this.#right;
    const [downX, downY] = this.#down;
    const [x, y] = [pattern.getX() - this.#x, pattern.getY() - this.#y];
    const area = rightX * downY - rightY * downX;
    const along = (x * downY - y * downX) / area;
    const across = (rightX * y - rightY * x) / area;
    const most = 1 + this.#margin;
    return Math.min(along, across) > -this.#margin && Math.max(along, across) < most;
  }

  /** The box around the code in a picture of this size. */
  box(size: Size): Box {
    const edges = [-this.#margin, 1 + this.#margin];
    const points = edges.flatMap((along) =>
      edges.map((across) => ({
        x: this.#x + along * this.#right[0] + across * this.#down[0],
        y: this.#y + along * this.#right[1] + across * this.#down[1],
      })),
    );
    return boxAround(points, size);
  }
}

import { DecodeHintType, FinderPatternFinder } from './zxing.ts';
import type { BitMatrix, FinderPattern } from './zxing.ts';

/** Without it rows are skipped in proportion to the height, and small codes on large screens with them. */
const EVERY_THIRD_ROW = new Map([[DecodeHintType.TRY_HARDER, true]]);

/**
 * Finds every place that looks like the corner square of a QR code.
 *
 * The library stops at the third one and takes these three for the corners; an
 * alignment pattern in the middle of the code can be among them, and then even a
 * perfect screenshot is not read. This looks at the whole picture.
 */
export function findFinderPatterns(matrix: BitMatrix): FinderPattern[] {
  const finder = new PatientFinder(matrix);
  try {
    finder.find(EVERY_THIRD_ROW);
  } catch {
    // It throws unless it can choose three by itself; what it saw is kept all the same.
  }
  return finder.seen;
}

class PatientFinder extends FinderPatternFinder {
  seen: FinderPattern[] = [];

  constructor(matrix: BitMatrix) {
    super(matrix, { foundPossibleResultPoint: () => undefined });
  }

  /** Keeps a copy, as choosing throws patterns away; "not found" makes the search go on. */
  override handlePossibleCenter(
    ...place: Parameters<InstanceType<typeof FinderPatternFinder>['handlePossibleCenter']>
  ): false {
    super.handlePossibleCenter(...place);
    this.seen = [...this.getPossibleCenters()];
    return false;
  }
}

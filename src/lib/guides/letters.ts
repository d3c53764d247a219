/** Items whose name begins with the same letter. */
export interface LetterGroup<Item> {
  /** Part of an address: a lower-case letter, or `other`. */
  readonly id: string;
  /** The letter as it is shown. */
  readonly letter: string;
  readonly items: readonly Item[];
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts by name as people expect it: case does not count, and 9 comes before 10. */
export function byName<Item>(name: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => names.compare(name(a), name(b));
}

/** Groups sorted items by the first letter of their names. */
export function byLetter<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): LetterGroup<Item>[] {
  const groups = Map.groupBy(items.toSorted(byName(name)), (item) => letterOf(name(item)));
  return [...groups].map(([letter, found]) => ({
    id: letter === '#' ? 'other' : letter.toLowerCase(),
    letter,
    items: found,
  }));
}

/** The first letter without its accent; `#` for names that begin with none of A to Z. */
function letterOf(name: string): string {
  const first = name.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

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

/** Groups with more items than `most` come in parts, the second called A 2 and so on. */
export function inParts<Item>(
  groups: readonly LetterGroup<Item>[],
  most: number,
): LetterGroup<Item>[] {
  return groups.flatMap(({ id, letter, items }) =>
    Array.from({ length: Math.ceil(items.length / most) }, (_, part) => ({
      id: part === 0 ? id : `${id}-${part + 1}`,
      letter: part === 0 ? letter : `${letter} ${part + 1}`,
      items: items.slice(part * most, (part + 1) * most),
    })),
  );
}

/** Sorts items by name and groups them by its first letter. */
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

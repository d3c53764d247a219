/**
 * How many typing errors lie between two words: letters added, left out, changed
 * or swapped with their neighbor. Gives `limit + 1` for anything above `limit`.
 */
export function typingErrors(typed: string, meant: string, limit: number): number {
  if (Math.abs(typed.length - meant.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = current;
  }
  return Math.min(at(last, meant.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

/**
 * The word that someone most likely meant, or none that is near enough.
 *
 * @param names whether the words are names: of those there are few, so that even a short
 *   one with another letter in it is recognized
 */
export function meantWord(
  typed: string,
  words: Iterable<string>,
  names = false,
): string | undefined {
  const limit = typed.length >= 8 ? 2 : 1;
  let best: { word: string; errors: number } | undefined;
  for (const word of words) {
    // People rarely miss the first letter, and short words are near too many others.
    const sameStart = word.startsWith(typed.charAt(0));
    if (!sameStart && (typed.length < 5 || !names)) continue;
    if (typed.length < 5 && !names && otherLetters(typed, word)) continue;
    if (!names && !isSlip(typed, word)) continue;
    const errors = typingErrors(typed, word, limit);
    if (errors <= limit && errors < (best?.errors ?? Infinity)) best = { word, errors };
  }
  return best?.word;
}

/** Whether two words have different letters, as `send` and `seed` or `sell` and `shell` have. */
function otherLetters(one: string, other: string): boolean {
  const sorted = (word: string): string => Array.from(word).sort().join('');
  return sorted(one) !== sorted(other);
}

/** Letters that lie side by side on a keyboard, and letters that sound alike. */
const confused = 'qwertyuiop asdfghjkl zxcvbnm aeio iy uy ck cs kq sz fv dt bp mn'.split(' ');

/**
 * Whether one word may have been typed for another. With a letter in it that nobody types for
 * the one in its place it is a word of its own, as `clone` is beside `close`.
 */
function isSlip(typed: string, meant: string): boolean {
  if (typed.length !== meant.length || !otherLetters(typed, meant)) return true;
  return Array.from(typed).every((letter, at) => {
    const other = meant.charAt(at);
    return letter === other || confused.some((group) => areNear(group, letter, other));
  });
}

function areNear(group: string, one: string, other: string): boolean {
  const places = [group.indexOf(one), group.indexOf(other)];
  // In a row of the keyboard, only the next letter is near.
  const reach = group.length > 5 ? 1 : group.length;
  return !places.includes(-1) && Math.abs((places[0] ?? 0) - (places[1] ?? 0)) <= reach;
}

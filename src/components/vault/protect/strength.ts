/** How long a passphrase is, which is all that can be told without knowing where it is from. */
export type Strength = 'empty' | 'short' | 'fair' | 'long';

/** From here a random passphrase of letters and digits is out of reach, at about 5 bits each. */
const FAIR = 12;
const LONG = 20;

/**
 * A small and honest estimate: counts characters, a repeated or consecutive one (`aaa`,
 * `123`) not. It knows no words, names or dates, so it can call weak ones long.
 */
export function strengthOf(passphrase: string): Strength {
  const codes = Array.from(passphrase, (each) => each.codePointAt(0) ?? 0);
  const surprising = codes.filter((code, index) => {
    const before = codes[index - 1];
    return before === undefined || Math.abs(code - before) > 1;
  });
  const varied = new Set(codes).size * 2;
  const length = Math.min(surprising.length, varied);
  if (codes.length === 0) return 'empty';
  if (length < FAIR) return 'short';
  return length < LONG ? 'fair' : 'long';
}

/** What that means. */
export const strengthWords: Readonly<Record<Strength, string>> = {
  empty: 'Four or five random words are easy to type and hard to guess.',
  short: 'Short: whoever has a copy of the file can try this many times. Use more words.',
  fair: 'Fair, if it is random. A name, a date or a quotation is not.',
  long: 'Long enough, if it is not a quotation. Only its length was judged.',
};

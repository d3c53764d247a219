import type { RecoveryNote } from './note.ts';

/** More than any service gives, and longer than any of theirs. */
const MOST_CODES = 100;
const LONGEST_CODE = 200;

/** What stands before a code in a list: a bullet, or its number. */
const LIST_MARK = /^(?:[-*•·]\s+|\d{1,3}[.)]\s+)/;

/** What parts codes from each other: lines, commas, semicolons, tabs, several blanks, the next number. */
const BETWEEN = /[\r\n,;\t]+|\s{2,}|\s+(?=\d{1,3}[.)]\s)/;

/**
 * Recovery codes out of what a person pasted, as the service shows them: one a line or in
 * columns, with or without numbers and bullets. A single blank belongs to the code. What
 * is there twice counts once.
 *
 * @throws RangeError with a sentence for people
 */
export function readCodes(pasted: string): string[] {
  const codes = pasted
    .split(BETWEEN)
    .map((part) => part.trim().replace(LIST_MARK, '').trim())
    .filter((part) => part !== '');
  const different = [...new Set(codes)];
  if (different.length === 0) {
    throw new RangeError('There is no code in it. Paste the codes, one a line.');
  }
  if (different.length > MOST_CODES) {
    throw new RangeError(
      `These are ${different.length} codes, and at most ${MOST_CODES} can be kept together. Paste the codes alone.`,
    );
  }
  const tooLong = different.findIndex(({ length }) => length > LONGEST_CODE);
  if (tooLong >= 0) {
    throw new RangeError(
      `Code ${tooLong + 1} has more than ${LONGEST_CODE} characters. Put each code on a line of its own.`,
    );
  }
  return different;
}

/** How many codes of a note are still good. */
export function codesLeft({ codes }: Pick<RecoveryNote, 'codes'>): number {
  return codes.filter(({ usedAt }) => usedAt === undefined).length;
}

/** Notes as a text for a file or for paper: a heading each, one code a line. */
export function writeNotes(notes: readonly Pick<RecoveryNote, 'label' | 'codes'>[]): string {
  return notes
    .map(({ label, codes }) => {
      const lines = codes.map(({ text, usedAt }) =>
        usedAt === undefined
          ? text
          : `${text} (used ${new Date(usedAt).toISOString().slice(0, 10)})`,
      );
      return `# ${label.replace(/\s+/g, ' ')}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/**
 * What is searched and not shown stands in the indexed copy of a page behind each
 * heading: other ways to put it, then the names of the concepts in all of them. A
 * dash of three ems parts them. It is no word, so it does not enter the index, and
 * nobody writes it.
 */
const DASH = '\u2E3B';
const hidden = new RegExp(
  `${DASH}([^${DASH}]*(?:${DASH} [^${DASH}]*)*)${DASH}{2}([^${DASH}]*)${DASH}{3}\\.?`,
);

/** The hidden text of a heading. */
export function hide(also: readonly string[], concepts: readonly string[]): string {
  const ways = also.map((way) => `${DASH} ${way} `).join('');
  return `${ways || `${DASH} `}${DASH}${DASH} ${concepts.join(' ')} ${DASH}${DASH}${DASH}`;
}

/** The text of a heading and what follows, with what was hidden behind the heading apart. */
export function reveal(text: string): { also: string[]; body: string } {
  const match = hidden.exec(text);
  if (match === null) return { also: [], body: text.trim() };
  const also = (match[1] ?? '').split(DASH).map((way) => way.trim());
  return {
    also: also.filter((way) => way !== ''),
    body: text.slice(match.index + match[0].length).trim(),
  };
}

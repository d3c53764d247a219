/** Splits a code in two halves for reading, the longer half last: `123 456`, `123 4567`. */
export function groupDigits(code: string): string {
  if (code.length < 6) return code;
  const half = Math.floor(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** Colors where a person looks: on a terminal, unless NO_COLOR says no (no-color.org). */
function colored(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR = '', TERM } = process.env;
  return stream.isTTY && NO_COLOR === '' && TERM !== 'dumb';
}

const STYLES = { bold: [1, 22], dim: [2, 22], yellow: [33, 39] } as const;

/** The text in a style, for a stream that shows it; as it is for all others. */
export function styled(
  style: keyof typeof STYLES,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  const [on, off] = STYLES[style];
  return colored(stream) ? `\u001B[${on}m${text}\u001B[${off}m` : text;
}

/** What a key does in the authenticator. */
export type Command = Move | 'filter' | 'help' | 'copy' | 'next' | 'show' | 'say-code' | 'say-time';

/** Where an arrow key leads to. */
export type Move = 'up' | 'down' | 'first' | 'last';

/**
 * Where the focus is: in the filter, on an entry, on nothing in particular, on another
 * control, or on something that takes keys itself.
 */
export type Place = 'filter' | 'entry' | 'page' | 'control' | 'typing';

type Keys = Readonly<Record<string, Command>>;

const keys: Readonly<Record<Place, Keys>> = {
  filter: { ArrowDown: 'first', Enter: 'copy' },
  entry: { ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' },
  page: { ArrowDown: 'down' },
  control: {},
  typing: {},
};

/** Single characters, which can be turned off: WCAG 2.2, 2.1.4. */
const anywhere: Keys = { '/': 'filter', '?': 'help' };
const singleKeys: Readonly<Record<Place, Keys>> = {
  filter: {},
  entry: { ...anywhere, n: 'next', h: 'show', r: 'say-code', s: 'say-time' },
  page: anywhere,
  control: anywhere,
  typing: {},
};

/**
 * What a key does that is pressed without Ctrl, Alt and Meta; undefined leaves it to the
 * browser, as with Enter on an entry, which presses the button that has the focus.
 */
export function commandOf(key: string, place: Place, single: boolean): Command | undefined {
  const known = single ? { ...keys[place], ...singleKeys[place] } : keys[place];
  return Object.hasOwn(known, key) ? known[key] : undefined;
}

/** The id that a move leads to from an entry, or into the list; its ends hold. */
export function neighbor(
  order: readonly string[],
  from: string | undefined,
  move: Move,
): string | undefined {
  const at = from === undefined ? -1 : order.indexOf(from);
  const end = order.length - 1;
  const to = { up: at - 1, down: at + 1, first: 0, last: end }[move];
  return order[Math.min(Math.max(to, 0), end)];
}

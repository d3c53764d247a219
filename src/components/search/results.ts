import type { SearchResult } from '../../lib/search/protocol.ts';
import { element } from './element.ts';
import { placeOf } from './words.ts';

/** A result as an item of the list. */
export function resultItem({ url, title, kind, page, excerpt }: SearchResult): HTMLLIElement {
  const parts = excerpt.map(({ text, hit }) => (hit ? element('mark', {}, text) : text));
  const spaced = parts.flatMap((part) => [part, ' ']);
  const link = element(
    'a',
    { href: url, 'data-testid': 'search-result' },
    element('span', { class: 'search-title' }, title),
    element('span', { class: 'search-place' }, placeOf(kind, page)),
    ...(spaced.length > 0 ? [element('span', { class: 'search-excerpt' }, ...spaced)] : []),
  );
  return element('li', {}, link);
}

/** Moves the focus through the input and the results with the arrow keys. */
export function arrowKeys(
  input: HTMLInputElement,
  list: HTMLElement,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = destination(event.key, at, stops.length);
    if (to === undefined) return;
    event.preventDefault();
    stops[to]?.focus();
  };
}

function destination(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at + length - 1) % length;
  // In the input, these move the cursor.
  if (at === 0 || length < 2) return undefined;
  if (key === 'Home') return 1;
  return key === 'End' ? length - 1 : undefined;
}

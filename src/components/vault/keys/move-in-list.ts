/**
 * Moves the focus among the buttons of a list by the arrow keys, Home and End; its ends
 * are next to each other. From outside of it, an arrow goes to the end that is nearer.
 *
 * @returns whether the key was one of these
 */
export function moveInList(list: HTMLElement, key: string): boolean {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key];
  if (to === undefined) return false;
  buttons.at(to % buttons.length)?.focus();
  return true;
}

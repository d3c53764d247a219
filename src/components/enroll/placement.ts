/** Where two columns fit; the same width as in the layout's style sheet. */
const wide = '(min-width: 64rem)';

interface MovableParent extends Node {
  moveBefore?: (node: Node, child: Node | null) => void;
}

/**
 * On a narrow page the companion stands under the step that the person is at,
 * on a wide one in a column of its own. The answer stops watching the width.
 */
export function placeCompanion(step: string): () => void {
  const query = matchMedia(wide);
  const place = (): void => {
    const companion = document.querySelector<HTMLElement>('[data-companion]');
    const home = document.querySelector<HTMLElement>('[data-companion-home]');
    const target = query.matches ? home : (document.getElementById(`step-${step}`) ?? home);
    if (companion === null || target === null || companion.parentNode === target) return;
    move(companion, target);
  };
  place();
  query.addEventListener('change', place);
  return () => {
    query.removeEventListener('change', place);
  };
}

/** Moves with its state where the browser can; elsewhere gives the focus back. */
function move(element: HTMLElement, parent: MovableParent): void {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  if (parent.moveBefore !== undefined) parent.moveBefore(element, null);
  else parent.appendChild(element);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

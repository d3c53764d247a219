/** The event on the document that says so. */
export const SHOWN = 'island-shown';

/**
 * Whether the page shows what it is for: where that is the work of an island that is
 * marked as `first`, all that can wait leaves the network to it until then.
 */
export function hasShown(): boolean {
  return document.querySelector('[data-island-first]') === null;
}

/** The island says that it has shown it. */
export function tellShown(): void {
  document.querySelector('[data-island-first]')?.removeAttribute('data-island-first');
  document.dispatchEvent(new Event(SHOWN));
}

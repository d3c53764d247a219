export const FILTER = '[data-testid="vault-filter"]';

/** The controls of an entry that keys press. */
const CONTROLS = {
  copy: '[data-testid="entry-copy"]',
  next: '[data-testid="entry-copy-next"], button[data-testid="entry-next"]',
  show: '[data-testid="entry-show"]',
} as const;

/** How many frames to wait for an entry that is brought into view. */
const PATIENCE = 20;

/** Id of the entry that an element belongs to. */
export function entryAt(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
  return row?.dataset.entry;
}

/** Presses a control of an entry that is on the page; so it answers as if it was clicked. */
export function pressInEntry(id: string, control: keyof typeof CONTROLS): void {
  controlOf(id, control)?.click();
}

/**
 * Puts the focus on an entry, which is on its copy button: Enter copies. An entry that is
 * out of view has no button yet; it gets one when it is scrolled to.
 */
export function focusEntry(id: string, frames = PATIENCE): void {
  const button = controlOf(id, 'copy');
  if (button !== null) {
    button.focus();
    return;
  }
  if (frames === PATIENCE) rowOf(id)?.scrollIntoView({ block: 'nearest' });
  if (frames > 0)
    requestAnimationFrame(() => {
      focusEntry(id, frames - 1);
    });
}

function controlOf(id: string, control: keyof typeof CONTROLS): HTMLElement | null {
  return rowOf(id)?.querySelector<HTMLElement>(CONTROLS[control]) ?? null;
}

/** The row of an entry that is listed. */
export function rowOf(id: string): Element | null {
  return document.querySelector(`[data-entry="${CSS.escape(id)}"]`);
}

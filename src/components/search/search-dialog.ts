import { element } from './element.ts';
import { createPanel } from './search-panel.ts';
import styleUrl from './search.css?url';
import { words } from './words.ts';

let dialog: HTMLDialogElement | undefined;
let input: HTMLInputElement | undefined;
let styled: Promise<void> | undefined;

/** Opens the search dialog, with the last question marked so that typing replaces it. */
export async function openSearch(): Promise<void> {
  await (styled ??= loadStyle());
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
  input?.select();
}

function build(): HTMLDialogElement {
  const panel = createPanel();
  ({ input } = panel);
  const close = element(
    'button',
    { type: 'button', class: 'button button-quiet search-close' },
    words.close,
  );
  const keys = words.keys.map(([key, does]) =>
    element('span', { class: 'search-key' }, element('kbd', {}, key), ` ${does}`),
  );
  const made = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': words.title, 'data-testid': 'search-dialog' },
    panel.element,
    element('p', { class: 'search-keys' }, ...keys, close),
  );
  close.addEventListener('click', () => {
    made.close();
  });
  made.addEventListener('click', (event) => {
    const target = event.target as Element;
    // What is clicked beside the panel is the dialog itself: its backdrop.
    if (target === made || target.closest('a') !== null) made.close();
  });
  made.addEventListener('keydown', (event) => {
    // In a search field, Escape would empty it first.
    if (event.key === 'Escape') {
      event.preventDefault();
      made.close();
    }
  });
  document.body.append(made);
  return made;
}

/** Imported without an address, the style sheet would load with every page. */
function loadStyle(): Promise<void> {
  const link = element('link', { rel: 'stylesheet', href: styleUrl });
  return new Promise((resolve) => {
    // A dialog without style still works.
    for (const end of ['load', 'error']) {
      link.addEventListener(end, () => {
        resolve();
      });
    }
    document.head.append(link);
  });
}

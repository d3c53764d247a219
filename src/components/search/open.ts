import { singleKeys } from '../site/scripts/single-keys.ts';

const load = () => import('./search-dialog.ts');

const openDialog = async (): Promise<void> => {
  const { openSearch } = await load();
  await openSearch();
};

/** Whether keys are being typed into something. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'));

document.addEventListener('keydown', (event) => {
  const combined = event.ctrlKey || event.metaKey;
  const asks = combined
    ? event.key.toLowerCase() === 'k' && !event.altKey && !event.shiftKey
    : event.key === '/' && !event.altKey && !isTyping(event) && singleKeys();
  // The authenticator's filter takes `/` before it comes here.
  if (!asks || event.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  void openDialog();
});

for (const link of document.querySelectorAll('[data-search-open]')) {
  link.setAttribute('aria-haspopup', 'dialog');
  for (const intent of ['pointerenter', 'focus']) {
    link.addEventListener(intent, () => void load(), { once: true });
  }
  link.addEventListener('click', (event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    void openDialog();
  });
}

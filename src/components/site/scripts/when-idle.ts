import { hasShown, SHOWN } from '../shown.ts';

/** How long is waited for what a page is for, in milliseconds; it may have failed. */
const PATIENCE = 10_000;

/**
 * Runs the work once the page has loaded, shows what it is for and has nothing else to do;
 * what fails in it is let go.
 */
export function whenIdle(work: () => Promise<unknown>): void {
  let begun = false;
  const run = (): void => {
    if (!begun) void work().catch(() => undefined);
    begun = true;
  };
  // Safari has no such callback.
  const later = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: PATIENCE });
    else setTimeout(run, 2000);
  };
  const loaded = (): void => {
    if (hasShown()) {
      later();
      return;
    }
    document.addEventListener(SHOWN, later, { once: true });
    setTimeout(later, PATIENCE);
  };
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true });
}

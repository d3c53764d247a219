/** Runs the work once the page has loaded and has nothing else to do; what fails in it is let go. */
export function whenIdle(work: () => Promise<unknown>): void {
  const run = (): void => void work().catch(() => undefined);
  // Safari has no such callback.
  const later = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 10_000 });
    else setTimeout(run, 2000);
  };
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}

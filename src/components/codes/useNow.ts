import { useEffect, useState } from 'preact/hooks';

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Milliseconds since the Unix epoch, renewed at the start of each second, and
 * at once when the page comes back into view (a hidden page's timers sleep).
 * All that show it share one clock; what is not `active` stands still.
 */
export function useNow(active = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!active) return undefined;
    setNow(Date.now());
    listeners.add(setNow);
    if (listeners.size === 1) start();
    return () => {
      listeners.delete(setNow);
      if (listeners.size === 0) stop();
    };
  }, [active]);
  return now;
}

function start(): void {
  document.addEventListener('visibilitychange', tick);
  schedule();
}

function stop(): void {
  document.removeEventListener('visibilitychange', tick);
  clearTimeout(timer);
}

function tick(): void {
  const now = Date.now();
  for (const listener of listeners) listener(now);
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(tick, 1000 - (Date.now() % 1000));
}

import { useEffect, useState } from 'preact/hooks';
import { codeTime } from './code-time.ts';

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Milliseconds since the Unix epoch, renewed at the start of each second, and
 * at once when the page comes back into view (a hidden page's timers sleep).
 * All that show it share one clock; what is not `active` stands still.
 */
export function useNow(active = true): number {
  const [now, setNow] = useState(() => codeTime());
  useEffect(() => {
    if (!active) return undefined;
    setNow(codeTime());
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
  const now = codeTime();
  for (const listener of listeners) listener(now);
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(tick, 1000 - (codeTime() % 1000));
}

import { readClockMemory, type ClockMemory } from '../../lib/otp/clock-memory.ts';

const KEY = 'clock';

let known: ClockMemory | undefined;
const listeners = new Set<() => void>();

if (typeof document !== 'undefined') {
  read();
  addEventListener('storage', ({ key }) => {
    if (key === KEY) read();
  });
}

/** The moment that codes are made for: this device's, or the server's if the person said so. */
export function codeTime(): number {
  return Date.now() - (known?.corrects === true ? known.offset : 0);
}

/** What is known of this device's clock. */
export function clockMemory(): ClockMemory | undefined {
  return known;
}

/** Remembers it for all tabs and for offline; it is no secret. */
export function rememberClock(memory: ClockMemory): void {
  known = memory;
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // No room, or storage is off: then it is known in this page only.
  }
  for (const listener of listeners) listener();
}

/** Calls whenever something else is known; gives what ends that. */
export function onClockMemory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): void {
  try {
    known = readClockMemory(localStorage.getItem(KEY));
  } catch {
    known = undefined;
  }
  for (const listener of listeners) listener();
}

import { idleTimeLeft } from './idle.ts';
import { platform } from './platform.browser.ts';

const ACTIVITY = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'scroll',
] as const;
const CHECKS = ['visibilitychange', 'focus', 'pageshow'] as const;

/** Activity is told to the other tabs no more often than this, in milliseconds. */
const QUIET = 1000;

/** Timers of browsers take no longer ones. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface AutoLockOptions {
  /** Of the channel between the tabs. */
  readonly name: string;
  readonly target: EventTarget;
  readonly now: () => number;
  /** Idle minutes as they are now; 0 also where there is nothing to lock. */
  readonly minutes: () => Promise<number>;
  /** Tells when `minutes` may have changed. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly lock: () => void;
}

/** Calls `lock` whenever nobody did anything in any tab for long enough, until it is ended. */
export function autoLock(options: AutoLockOptions): () => void {
  const { name, target, now, minutes, lock } = options;
  const Channel = platform.BroadcastChannel;
  const channel = Channel && new Channel(name);
  let active = now();
  let told = active;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let limit = 0;
  let ended = false;

  const check = async (): Promise<void> => {
    const current = await minutes().catch(() => 0);
    // What was idle before there was a limit does not count.
    if (limit === 0) active = now();
    limit = current;
    clearTimeout(timer);
    if (ended || limit === 0) return;
    const left = idleTimeLeft(active, now(), limit);
    if (left <= 0) lock();
    else timer = setTimeout(onCheck, Math.min(left, LONGEST_TIMER));
  };
  const onActivity = (): void => {
    // The first movement after a long sleep comes too late.
    if (idleTimeLeft(active, now(), limit) <= 0) {
      onCheck();
      return;
    }
    active = now();
    if (active - told < QUIET) return;
    told = active;
    channel?.postMessage(active);
  };
  const onCheck = (): void => {
    void check();
  };
  const unsubscribe = options.subscribe(onCheck);

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number' && data <= now()) active = Math.max(active, data);
    };
  }
  const passive = { passive: true, capture: true };
  for (const type of ACTIVITY) target.addEventListener(type, onActivity, passive);
  for (const type of CHECKS) target.addEventListener(type, onCheck, passive);
  onCheck();
  return () => {
    ended = true;
    unsubscribe();
    clearTimeout(timer);
    channel?.close();
    for (const type of ACTIVITY) target.removeEventListener(type, onActivity, passive);
    for (const type of CHECKS) target.removeEventListener(type, onCheck, passive);
  };
}

import { afterComparison, hasJumped } from '../../lib/otp/clock-memory.ts';
import { isClockOff } from '../../lib/otp/clock.ts';
import { clockMemory, rememberClock } from './code-time.ts';
import { measureSkew } from './measure-clock.ts';

/** Milliseconds between two looks whether the clock was set. */
const LOOK = 5000;

/**
 * Compares this device's clock with our server's: now, when the network is back, and when
 * the clock was set. Gives what ends that.
 */
export function watchClock(): () => void {
  const moment = () => ({ clock: Date.now(), steady: performance.now() });
  let last = moment();
  const look = setInterval(() => {
    const now = moment();
    if (hasJumped(last, now)) void compare();
    last = now;
  }, LOOK);
  const online = (): void => void compare();
  addEventListener('online', online);
  void compare();
  return () => {
    clearInterval(look);
    removeEventListener('online', online);
  };
}

async function compare(): Promise<void> {
  const skew = await measureSkew();
  if (skew === undefined) return;
  rememberClock(afterComparison(clockMemory(), skew, isClockOff(skew), Date.now()));
}

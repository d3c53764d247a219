import { clockSkew, isClockOff } from '../../../lib/otp/clock.ts';

/** How this device's clock stands against our own server's. */
export type ClockReading =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'agrees' | 'off';
      /** Whole seconds between the two, whichever is ahead. */
      readonly seconds: number;
      readonly ahead: boolean;
      /** Whole seconds that the measurement may be wrong by. */
      readonly uncertainty: number;
    };

/** Asks our origin for its `Date`; nothing else is sent or read. */
export async function measureClock(): Promise<ClockReading> {
  const sent = Date.now();
  const start = performance.now();
  const headers = await fetch('/robots.txt', { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => answer.headers,
    () => new Headers(),
  );
  const skew = clockSkew({
    sent,
    received: Date.now(),
    elapsed: performance.now() - start,
    date: headers.get('Date'),
    age: headers.get('Age'),
  });
  if (skew === undefined) return { state: 'unknown' };
  return {
    state: isClockOff(skew) ? 'off' : 'agrees',
    seconds: Math.round(Math.abs(skew.offset) / 1000),
    ahead: skew.offset > 0,
    uncertainty: Math.ceil(skew.uncertainty / 1000),
  };
}

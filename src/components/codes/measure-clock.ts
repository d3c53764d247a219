import { clockSkew, isClockOff, type ClockSkew } from '../../lib/otp/clock.ts';

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

/** Asks our origin for its `Date`; nothing else is sent or read. Undefined where that says nothing. */
export async function measureSkew(): Promise<ClockSkew | undefined> {
  const sent = Date.now();
  const start = performance.now();
  const headers = await fetch('/robots.txt', { method: 'HEAD', cache: 'no-store' }).then(
    (answer) => answer.headers,
    () => new Headers(),
  );
  return clockSkew({
    sent,
    received: Date.now(),
    elapsed: performance.now() - start,
    date: headers.get('Date'),
    age: headers.get('Age'),
  });
}

/** The same in words for people: whole seconds. */
export async function measureClock(): Promise<ClockReading> {
  const skew = await measureSkew();
  if (skew === undefined) return { state: 'unknown' };
  return {
    state: isClockOff(skew) ? 'off' : 'agrees',
    seconds: Math.round(Math.abs(skew.offset) / 1000),
    ahead: skew.offset > 0,
    uncertainty: Math.ceil(skew.uncertainty / 1000),
  };
}

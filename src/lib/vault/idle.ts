const MINUTE = 60_000;

/** What the vault locks after unless the person sets something else. */
export const USUAL_IDLE_MINUTES = 10;

/** The most that can be set: a day. */
export const MOST_IDLE_MINUTES = 1440;

/**
 * How long the vault can still stay open, in milliseconds; 0 or less is over. Whoever
 * sleeps longer than a timer runs (a closed lid) asks again on waking.
 *
 * @param active when somebody last did something, in milliseconds
 * @param now on the same clock; before `active` when that was set back: nothing has passed
 * @param minutes 0 is never: infinite
 */
export function idleTimeLeft(active: number, now: number, minutes: number): number {
  if (minutes === 0) return Infinity;
  return minutes * MINUTE - Math.max(0, now - active);
}

const DAY = 86_400_000;

/** How long earlier versions and what was deleted are kept, in milliseconds. */
const KEPT = 30 * DAY;

/** A date as the person writes it: `24 November 2026`. */
export function day(moment: number): string {
  return new Date(moment).toLocaleDateString(undefined, { dateStyle: 'long' });
}

/** Date and time: `24 Nov 2026, 16:10`. */
export function dayAndTime(moment: number): string {
  return new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The day until which something of this moment is kept. */
export function keptUntil(moment: number): string {
  return day(moment + KEPT);
}

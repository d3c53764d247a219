const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A day of the frontmatter, as people read it: November 24, 2026. */
export function readableDay(day: Date): string {
  return long.format(day);
}

/** A day of the frontmatter in ISO 8601: 2026-11-24. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The language that the pages are written in; dates and numbers follow it. */
const locale = 'en-US';

const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const number = new Intl.NumberFormat(locale);

/** A day of the frontmatter, as people read it: November 24, 2026. */
export function readableDay(day: Date): string {
  return long.format(day);
}

/** A number as people read it: 1,000. */
export function readableNumber(value: number): string {
  return number.format(value);
}

/** A day of the frontmatter in ISO 8601: 2026-11-24. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Seconds that a session may last, by the STS API: 15 minutes to 36 hours. */
const SHORTEST = 900;
const LONGEST = 129_600;

/** What a session lasts when nothing is said, in seconds: 12 hours, as with AWS. */
export const DEFAULT_DURATION = 43_200;

const SECONDS = { s: 1, m: 60, h: 3600 };

/** Reads `43200`, `90m` or `12h` as seconds; undefined where it is none or AWS would not take it. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = 's'] = /^(\d{1,6})([smh])?$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const seconds = Number(amount) * SECONDS[unit as keyof typeof SECONDS];
  return seconds >= SHORTEST && seconds <= LONGEST ? seconds : undefined;
}

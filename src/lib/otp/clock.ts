/** One request to a server whose answer says what time it is there; all times in milliseconds. */
export interface ClockSample {
  /** This device's clock when the request left, since the Unix epoch. */
  readonly sent: number;
  /** This device's clock when the answer came. */
  readonly received: number;
  /** How long it took by a clock that is never set, such as `performance.now()`. */
  readonly elapsed: number;
  /** The answer's `Date` header. */
  readonly date: string | null;
  /** The answer's `Age` header: seconds that it lay in a cache. */
  readonly age?: string | null;
}

/** How far this device's clock is from the server's, in milliseconds. */
export interface ClockSkew {
  /** How far this device is ahead; negative when it is behind. */
  readonly offset: number;
  /** The true offset is at most this far from `offset`. */
  readonly uncertainty: number;
}

/** A `Date` header has whole seconds: the moment meant lies anywhere in the second it names. */
const HEADER_SECOND = 1000;

/** If wall clock and steady clock differ by more, one of them was set in between. */
const CLOCK_WAS_SET = 500;

/** Services take the codes of neighboring steps, so a few seconds do no harm. */
const HARMLESS = 10_000;

/**
 * The skew of this device's clock, from one answer, as NTP does it: the
 * server's moment is matched with the middle of the round trip. The uncertainty
 * is half the round trip plus one second for the header: half of it for the
 * rounding, half because servers renew the header only once a second.
 *
 * Undefined where the answer proves nothing: the header is absent or not a date
 * of RFC 9110 section 5.6.7, the answer comes out of a cache, or the clock was
 * set while the request was under way.
 */
export function clockSkew(sample: ClockSample): ClockSkew | undefined {
  const { sent, received, elapsed, date, age } = sample;
  const server = parseHttpDate(date ?? '');
  const steady = elapsed >= 0 && Math.abs(received - sent - elapsed) <= CLOCK_WAS_SET;
  if (server === undefined || !steady || Number(age ?? 0) !== 0) return undefined;
  return {
    offset: received - elapsed / 2 - (server + HEADER_SECOND / 2),
    uncertainty: elapsed / 2 + HEADER_SECOND,
  };
}

/** Whether the clock is off for certain, and by enough to spoil codes. */
export function isClockOff({ offset, uncertainty }: ClockSkew): boolean {
  return Math.abs(offset) > uncertainty + HARMLESS;
}

/** The preferred form only, `Sun, 06 Nov 1994 08:49:37 GMT`: servers must send no other. */
function parseHttpDate(text: string): number | undefined {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toUTCString() === text.trim() ? time : undefined;
}

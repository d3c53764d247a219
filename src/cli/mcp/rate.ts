import { Refusal } from './refusal.ts';
import type { Limits } from './settings.ts';

const HOUR = 3_600_000;

/** Counts calls, so that an agent that goes in circles neither collects codes nor wears people out. */
export class RateLimit {
  readonly #limits: Limits;
  #calls: { readonly entry: string; readonly at: number }[] = [];

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Counts a call for this entry.
   *
   * @param now milliseconds on a clock that is never set back
   * @throws Refusal `rate-limit`; such a call does not count
   */
  take(entry: string, now: number): void {
    this.#calls = this.#calls.filter(({ at }) => now - at < HOUR);
    const ofEntry = this.#calls.filter((call) => call.entry === entry);
    const { per_entry_and_hour: perEntry, per_hour: inAll } = this.#limits;
    const oldest =
      ofEntry.length >= perEntry
        ? ofEntry[0]
        : this.#calls.length >= inAll
          ? this.#calls[0]
          : undefined;
    if (oldest !== undefined) {
      const minutes = Math.ceil((HOUR - (now - oldest.at)) / 60_000);
      throw new Refusal(
        'rate-limit',
        `Too many calls within an hour. Do not try again before ${minutes} min have passed.`,
      );
    }
    this.#calls.push({ entry, at: now });
  }
}

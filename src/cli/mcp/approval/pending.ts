import { randomUUID } from 'node:crypto';

/** How long a person may think, in milliseconds. */
export const PATIENCE = 300_000;

/** What was asked, to be matched with what the answer is used for. */
export interface Asked {
  readonly tool: string;
  readonly entry: string;
}

/**
 * Questions that were put to the client and wait for the answer. The client sends the
 * call again with the answer and the id (`requestState`); an id is good for one answer, to
 * the question it was made for, for a while.
 */
export class PendingApprovals {
  readonly #asked = new Map<string, Asked & { readonly until: number }>();

  /** @param now milliseconds on a clock that is never set */
  add({ tool, entry }: Asked, now: number): string {
    for (const [id, { until }] of this.#asked) if (until <= now) this.#asked.delete(id);
    const id = randomUUID();
    this.#asked.set(id, { tool, entry, until: now + PATIENCE });
    return id;
  }

  /** Whether this is the answer to that question; it is over afterwards. */
  take(id: string, { tool, entry }: Asked, now: number): boolean {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    return asked?.tool === tool && asked.entry === entry && asked.until > now;
  }
}

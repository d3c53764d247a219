import { openedFor, sharedFields } from '../install/opened-for.ts';
import type { Shared } from './protocol.ts';
import { SHARE_TARGET } from './route.ts';

/** Milliseconds after which what nobody came for is forgotten. */
const PATIENCE = 60_000;

/** Holds what another app shared until the page that opens for it asks: in memory, never stored. */
export class Handover {
  #held: Promise<Shared> | undefined;

  /** Takes the form that the system sent and answers with the page that is to show it. */
  receive(request: Request, waitUntil: (work: Promise<unknown>) => void): Response {
    const held = readForm(request);
    this.#held = held;
    waitUntil(held.catch(() => undefined));
    // The worker, and with it what it holds, lives as long as it is waited for.
    waitUntil(
      new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => {
        if (this.#held === held) this.#held = undefined;
      }),
    );
    return Response.redirect(new URL(`${SHARE_TARGET}?${openedFor.shared}`, request.url), 303);
  }

  /** Gives what was shared, once. */
  async give(): Promise<Shared | undefined> {
    const held = this.#held;
    this.#held = undefined;
    return held?.catch(() => undefined);
  }
}

async function readForm(request: Request): Promise<Shared> {
  const form = await request.formData();
  const { title, text, url, picture } = sharedFields;
  return {
    pictures: form
      .getAll(picture)
      .filter((each) => each instanceof File && each.size > 0) as File[],
    texts: [text, url, title]
      .map((name) => form.get(name))
      .filter((each) => typeof each === 'string' && each.trim() !== '') as string[],
  };
}

import type { Header } from './header.ts';
import { SCHEMA, headerBytes, isAuthentic } from './header.ts';
import { SeenStore } from './seen.browser.ts';
import type { SlotRecord } from './slot.ts';

/** What can be wrong with a vault as a whole. */
export type HeaderProblem = 'header-tampered' | 'rolled-back' | 'newer-schema';

interface Head {
  readonly header: Header;
  readonly slots: readonly SlotRecord[];
}

/** How far a vault is known to have come, by a header of schema 2; 0 is not at all. */
interface Known {
  readonly id: string;
  readonly revision: number;
}

/** Notices when a header was changed from outside, or is older than one that was there before. */
export class HeaderWatch {
  readonly #store: SeenStore;
  #known: Known | undefined;
  #problem: HeaderProblem | undefined;

  constructor(name: string) {
    this.#store = new SeenStore(name);
  }

  get problem(): HeaderProblem | undefined {
    return this.#problem;
  }

  /** To be taken before the header is read: what is stored in between is no older copy. */
  get known(): Known | undefined {
    return this.#known;
  }

  /** There is no vault. */
  nothing(): void {
    this.#problem = undefined;
  }

  /** Looks up how far this vault had come. */
  async learn(id: string): Promise<void> {
    const seen = await this.#store.read(id);
    this.#known = { id, revision: seen?.revision ?? 0 };
  }

  /** Judges a header that was read when `known` held. */
  async check(mac: CryptoKey, head: Head & { readonly newer: boolean }, known: Known) {
    const { header, slots, newer } = head;
    const { id, schema, revision } = header;
    if (newer) {
      // How a newer header is authenticated is not known here.
      this.#problem = 'newer-schema';
      return;
    }
    // Without a MAC is only what was never stored with one.
    const legitimate =
      schema === 1
        ? known.revision === 0 && slots.every(({ kind }) => kind === 'device')
        : await isAuthentic(mac, header, slots);
    this.#problem = !legitimate
      ? 'header-tampered'
      : revision < known.revision
        ? 'rolled-back'
        : undefined;
    if (this.#problem === undefined && schema === SCHEMA) this.#raise({ id, revision });
  }

  nextRevision({ id, revision }: Header): number {
    const known = this.#known?.id === id ? this.#known.revision : 0;
    return Math.max(revision, known) + 1;
  }

  /** This header was just stored from here. */
  stored(header: Header, slots: readonly SlotRecord[]): void {
    const { id, revision } = header;
    this.#problem = undefined;
    this.#raise({ id, revision });
    void digestOf({ header, slots }).then((digest) => this.#store.note({ id, revision, digest }));
  }

  /** Whether slots or revision are not those that this browser stored last; needs no key. */
  async differs(head: Head): Promise<boolean> {
    const { id, revision } = head.header;
    const seen = await this.#store.read(id);
    if (seen?.revision !== revision) return seen !== undefined && revision < seen.revision;
    const digest = await digestOf(head);
    return digest.some((byte, at) => byte !== seen.digest[at]);
  }

  close(): void {
    this.#store.close();
  }

  #raise(known: Known): void {
    if (this.#known?.id !== known.id || this.#known.revision < known.revision) this.#known = known;
  }
}

async function digestOf({ header, slots }: Head): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', headerBytes(header, slots)));
}

import type { OtpParameters } from '../otp/parameters.ts';

/**
 * Which of a service's identities an entry belongs to: the id of one of the
 * guide's identities and, where several of that kind exist, its name.
 */
export interface Identity {
  /** An identity id of the guide, such as `root` or `iam`. */
  readonly kind: string;
  /** The name within the kind; empty where there is only one, as with a root user. */
  readonly name: string;
}

/**
 * Where an entry stands: `pending` until the service took its codes, `active`
 * after that, `replaced` when a newer capture took its place.
 */
export type EntryStatus = 'pending' | 'active' | 'replaced';

/** What a capture knows before it is stored. */
export interface EntryDraft {
  readonly otp: OtpParameters;
  /** Slug of the guide that captured it. */
  readonly guide?: string | undefined;
  readonly identity?: Identity | undefined;
}

/** One secret with its issuer and account, as the vault keeps it. */
export interface Entry extends EntryDraft {
  /** Random, never derived from the label: equal labels must not collide. */
  readonly id: string;
  readonly status: EntryStatus;
  /** The person's own name for the entry; without it issuer and account are shown. */
  readonly name?: string | undefined;
  /** The person's own labels, in their order; absent where there are none. */
  readonly tags?: readonly string[] | undefined;
  /** What the person wants to remember about it; may have several lines. */
  readonly note?: string | undefined;
  /** Stands before the others; absent rather than false. */
  readonly pinned?: true | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it was put in the trash; absent while it is in use. */
  readonly deletedAt?: number | undefined;
}

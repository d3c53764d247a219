import type { JsonObject } from './checks.ts';

/** One recovery code, as the service wrote it. */
export interface RecoveryCode {
  readonly text: string;
  /** When it was used, in milliseconds since the Unix epoch; absent while it is good. */
  readonly usedAt?: number | undefined;
}

/** The recovery codes of an account: a record of its own, apart from the entry. */
export interface RecoveryNote {
  readonly id: string;
  /** Id of the entry that it belongs to, which may be gone. */
  readonly entry: string;
  /** What the entry was called when the codes were kept, so that they are told apart without it. */
  readonly label: string;
  readonly codes: readonly RecoveryCode[];
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it was put in the trash; absent while it is in use. */
  readonly deletedAt?: number | undefined;
}

/** A note with the fields that a newer version of this code added, carried along untouched. */
export interface KeptNote {
  readonly note: RecoveryNote;
  readonly extra?: JsonObject | undefined;
}

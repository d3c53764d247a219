import { asText, asTexts, asWhole, optional, parseObject } from './checks.ts';
import type { Identity } from './entry.ts';
import { asIdentity } from './identity.ts';

/** How far a person has come in a guide. */
export interface Walk {
  /** Id of the guide's step that the person is at. */
  readonly step: string;
  /** Ids of the steps that are done. */
  readonly done: readonly string[];
  /** Id of the entry that this walk captured. */
  readonly entry?: string | undefined;
  /** The time step, counted from the Unix epoch, of the pinned pair's first code. */
  readonly pairStep?: number | undefined;
  /** Which identity the person is enrolling. */
  readonly identity?: Identity | undefined;
}

/** A walk as UTF-8 JSON. */
export function encodeWalk(walk: Walk): Uint8Array<ArrayBuffer> {
  const { step, done, entry, pairStep, identity } = walk;
  return new TextEncoder().encode(JSON.stringify({ step, done, entry, pairStep, identity }));
}

/**
 * Reads what `encodeWalk` wrote. Fields that this version does not know are left out:
 * a walk is worth little more than its step.
 *
 * @throws VaultError `invalid-record`
 */
export function decodeWalk(bytes: Uint8Array): Walk {
  const { step, done, entry, pairStep, identity } = parseObject(bytes);
  return {
    step: asText(step),
    done: asTexts(done),
    entry: optional(entry, asText),
    pairStep: optional(pairStep, (value) => asWhole(value, 0)),
    identity: optional(identity, asIdentity),
  };
}

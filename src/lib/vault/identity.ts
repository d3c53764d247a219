import { asObject, asText } from './checks.ts';
import type { Identity } from './entry.ts';

/** Reads an identity that was stored, or throws `invalid-record`. */
export function asIdentity(value: unknown): Identity {
  const { kind, name } = asObject(value);
  return { kind: asText(kind), name: asText(name) };
}

/** Whether both are the same identity; none equals only none. */
export function sameIdentity(a: Identity | undefined, b: Identity | undefined): boolean {
  return a?.kind === b?.kind && a?.name === b?.name;
}

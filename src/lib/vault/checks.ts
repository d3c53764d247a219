import { VaultError } from './errors.ts';

/** What JSON calls an object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object, or `invalid-record`. */
export function asObject(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid();
  return value as JsonObject;
}

/** The value as a string, or `invalid-record`. */
export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalid();
  return value;
}

/** The value as a list of strings, or `invalid-record`. */
export function asTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw invalid();
  return value.map(asText);
}

/** The value as a whole number from `least` to `most`, or `invalid-record`. */
export function asWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value)) throw invalid();
  const number = value as number;
  if (number < least || number > most) throw invalid();
  return number;
}

/** The value as `true` or `false`, or `invalid-record`. */
export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalid();
  return value;
}

/** The value as one of the strings allowed, or `invalid-record`. */
export function asOneOf<T extends string>(value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw invalid();
  return found;
}

/** Absent stays absent; what is there must pass `check`. */
export function optional<T>(value: unknown, check: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : check(value);
}

/** UTF-8 JSON to an object. The parser's own error quotes its input, so it is never passed on. */
export function parseObject(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid();
  }
  return asObject(value);
}

function invalid(): VaultError {
  return new VaultError('invalid-record');
}

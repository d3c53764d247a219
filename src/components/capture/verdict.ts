import { isMigration } from '../../lib/formats/is-migration.ts';
import type { MigrationBatch } from '../../lib/formats/migration-batch.ts';
import { readOtpText, readTypedKey } from '../../lib/otp/parse.ts';
import type { OtpFound, OtpReading } from '../../lib/otp/reading.ts';
import { captureWords } from './capture-words.ts';

/** What is to be done with what a capture gave. */
export type Verdict =
  | { readonly kind: 'found'; readonly found: OtpFound }
  | { readonly kind: 'choice'; readonly choices: readonly OtpFound[] }
  | { readonly kind: 'batch'; readonly batch: MigrationBatch }
  | { readonly kind: 'problem'; readonly message: string };

export interface Captured {
  readonly texts: readonly string[];
  /** A person typed or pasted it, so it may be a bare key. */
  readonly typed?: boolean;
  /** A code was seen that could not be read. */
  readonly unreadable?: boolean;
}

/**
 * Judges the texts of one capture. A single `otpauth` code counts whatever else is in the
 * picture, as shops' and other codes often are; of several the person chooses.
 *
 * @param before The parts of an export that were captured earlier.
 */
export async function judge(
  { texts, typed = false, unreadable = false }: Captured,
  before: MigrationBatch,
): Promise<Verdict> {
  const different = [...new Set(texts)];
  const exports = different.filter(isMigration);
  if (exports.length > 0) return (await import('./several.ts')).judgeExports(exports, before);
  const readings = different.map(typed ? readTypedKey : readOtpText);
  const found = readings.filter((reading) => reading.kind === 'otp');
  const [first] = found;
  if (first === undefined) return { kind: 'problem', message: problemOf(readings, unreadable) };
  return found.length === 1 ? { kind: 'found', found: first } : { kind: 'choice', choices: found };
}

/** A link with something wrong says more than a text that is none. */
function problemOf(readings: readonly OtpReading[], unreadable: boolean): string {
  const said = readings.find(({ kind }) => kind === 'refused') ?? readings[0];
  if (said !== undefined && said.kind !== 'otp') return said.message;
  return unreadable ? captureWords.unreadable : captureWords.noQrCode;
}

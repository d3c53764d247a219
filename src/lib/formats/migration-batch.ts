import type { OtpParameters } from '../otp/parameters.ts';
import type { MigrationPart, RefusedEntry } from './google-migration.ts';

/** The parts of one export that were scanned so far, in the order of their numbers. */
export type MigrationBatch = readonly MigrationPart[];

/**
 * Adds a part. Scanned again it counts once; a part of another export begins a new
 * batch, as two exports do not belong together.
 */
export function addPart(batch: MigrationBatch, part: MigrationPart): MigrationBatch {
  const same = batch.filter(({ batchId, size }) => batchId === part.batchId && size === part.size);
  const others = same.filter(({ index }) => index !== part.index);
  return [...others, part].sort((one, other) => one.index - other.index);
}

/** The numbers, from 1, of the parts that are missing. */
export function missingParts(batch: MigrationBatch): number[] {
  const size = batch[0]?.size ?? 0;
  const numbers = Array.from({ length: size }, (_, index) => index);
  return numbers
    .filter((number) => !batch.some(({ index }) => index === number))
    .map((number) => number + 1);
}

export function batchEntries(batch: MigrationBatch): OtpParameters[] {
  return batch.flatMap(({ entries }) => entries);
}

export function batchRefused(batch: MigrationBatch): RefusedEntry[] {
  return batch.flatMap(({ refused }) => refused);
}

import { MigrationError, readMigration } from '../../lib/formats/google-migration.ts';
import { addPart, type MigrationBatch } from '../../lib/formats/migration-batch.ts';
import type { Verdict } from './verdict.ts';

/** Judges parts of another app's export, joined with those that were captured before. */
export function judgeExports(texts: readonly string[], before: MigrationBatch): Verdict {
  try {
    return { kind: 'batch', batch: texts.map(readMigration).reduce(addPart, before) };
  } catch (error) {
    if (error instanceof MigrationError) return { kind: 'problem', message: error.message };
    throw error;
  }
}

import { migrationObstacles, writeMigration } from '../../../lib/formats/google-migration-write.ts';
import { toOtpauthUri } from '../../../lib/otp/uri.ts';
import type { Entry } from '../../../lib/vault/entry.ts';

/** One QR code of those that are shown one after the other. */
export interface SequenceCode {
  readonly entries: readonly Entry[];
  /** For one entry that does not fit into Google's format: its own link. */
  readonly alone: boolean;
  /** Holds secrets: it goes into a canvas and nowhere else. */
  readonly text: () => string;
}

/** Entries that fit into Google's format in batches of ten, then the others one by one. */
export function qrSequence(entries: readonly Entry[]): SequenceCode[] {
  const fitting = entries.filter(({ otp }) => migrationObstacles(otp).length === 0);
  const others = entries.filter(({ otp }) => migrationObstacles(otp).length > 0);
  const [batchId = 0] = crypto.getRandomValues(new Int32Array(1));
  return [
    ...writeMigration(fitting, batchId).map((part): SequenceCode => ({
      entries: part.entries,
      alone: false,
      text: () => part.link,
    })),
    ...others.map((entry): SequenceCode => ({
      entries: [entry],
      alone: true,
      text: () => toOtpauthUri(entry.otp),
    })),
  ];
}

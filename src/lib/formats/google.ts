import type { Entry } from '../vault/entry.ts';
import type { Format, FormatReading, LeftOut } from './format.ts';
import { FormatError } from './format.ts';
import type { MigrationPart } from './google-migration.ts';
import { MigrationError, readMigration } from './google-migration.ts';
import type { MigrationObstacle } from './google-migration-write.ts';
import { migrationObstacles, writeMigration } from './google-migration-write.ts';
import { isMigration } from './is-migration.ts';
import { addPart, missingParts, type MigrationBatch } from './migration-batch.ts';

/** The texts of the QR codes that Google Authenticator exports, one a line. */
export const google: Format = {
  name: 'google',
  title: 'an export of Google Authenticator',
  recognizes: ({ text = '' }) => isMigration(text),
  read: ({ text = '' }) => {
    const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
    return Promise.resolve(readParts(lines.map((line, index) => partOf(line.trim(), index))));
  },
};

function partOf(line: string, index: number): MigrationPart {
  try {
    return readMigration(line);
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    throw new FormatError(index === 0 ? error.message : `Link ${index + 1}: ${error.message}`);
  }
}

/** A file may hold more than one export; each must be whole, or it is said which part is missing. */
function readParts(parts: readonly MigrationPart[]): FormatReading {
  const batches = new Map<string, MigrationBatch>();
  for (const part of parts) {
    const key = `${part.batchId}/${part.size}`;
    batches.set(key, addPart(batches.get(key) ?? [], part));
  }
  const ordered = [...batches.values()].flat();
  const items = ordered.flatMap(({ entries, refused }) => [
    ...entries.map((otp) => ({ otp })),
    ...refused.map(({ issuer, account, message }) => ({
      reason: `${[issuer, account].filter((name) => name !== '').join(' ') || 'An entry'}: ${message}`,
    })),
  ]);
  return {
    entries: items.flatMap((item, index) =>
      'otp' in item ? [{ index, incoming: { otp: item.otp } }] : [],
    ),
    failed: items.flatMap((item, index) => ('reason' in item ? [{ index, ...item }] : [])),
    notes: [...batches.values()].flatMap(missingNote),
  };
}

function missingNote(batch: MigrationBatch): string[] {
  const missing = missingParts(batch);
  if (missing.length === 0) return [];
  const size = batch[0]?.size ?? 0;
  return [
    `This export has ${size} QR codes, and number ${missing.join(', ')} is missing: its entries are not here.`,
  ];
}

const OBSTACLES: Readonly<Record<MigrationObstacle, string>> = {
  steam: 'Google Authenticator makes no codes for Steam.',
  period: 'Google Authenticator knows no period other than 30 seconds.',
  digits: 'Google Authenticator knows codes of 6 and 8 digits only.',
  label: 'Without an issuer, what is before the colon in its account would be taken for one.',
};

/** The entries as links, one a line, and those that the format cannot hold. It is not encrypted. */
export function writeGoogle(entries: readonly Entry[]): {
  readonly text: string;
  readonly leftOut: readonly LeftOut<Entry>[];
} {
  const leftOut: LeftOut<Entry>[] = [];
  const fitting = entries.filter((entry) => {
    const [obstacle] = migrationObstacles(entry.otp);
    if (obstacle !== undefined) leftOut.push({ entry, reason: OBSTACLES[obstacle] });
    return obstacle === undefined;
  });
  const [batchId = 0] = crypto.getRandomValues(new Int32Array(1));
  const text = writeMigration(fitting, batchId).map(({ link }) => `${link}\n`);
  return { text: text.join(''), leftOut };
}

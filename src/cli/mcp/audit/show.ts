import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { RefusedError } from '../../errors.ts';
import { print, warn } from '../../output.ts';
import { codeOf } from '../../vault/read.ts';
import { asData } from '../data.ts';
import type { AuditOptions } from './command.ts';
import { auditPath } from './log.ts';
import { parseRecord, type AuditRecord } from './record.ts';

/**
 * Prints the audit log, the oldest call first.
 *
 * @throws RefusedError where it cannot be read
 */
export async function showAudit({ json = false, last, ...filter }: AuditOptions): Promise<void> {
  const file = auditPath();
  const { records, unread } = await readLog(file);
  const fitting = records.filter((record) => fits(record, filter));
  for (const record of last === undefined ? fitting : fitting.slice(-last)) {
    print(json ? JSON.stringify(record) : line(record));
  }
  if (records.length === 0) warn(`Nothing was asked yet: ${file} has no calls.`);
  if (unread > 0) warn(`${unread} lines of ${file} cannot be read, and are not shown.`);
}

async function readLog(file: string): Promise<{ records: AuditRecord[]; unread: number }> {
  const records: AuditRecord[] = [];
  let unread = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) {
      const record = parseRecord(text);
      if (record === undefined) unread += 1;
      else records.push(record);
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      throw new RefusedError(`${file} cannot be read (${codeOf(error)}).`);
    }
  }
  return { records, unread };
}

function fits(record: AuditRecord, { entry, since, refused }: AuditOptions): boolean {
  return (
    (entry === undefined || record.entry === entry) &&
    (since === undefined || Date.parse(record.time) >= since) &&
    (refused !== true || record.outcome === 'refused')
  );
}

/** A call in a line. What came from outside is shown as data. */
function line({ time, outcome, tool, entry, client, approval, reason, profile }: AuditRecord) {
  const details = [
    approval !== undefined && `approval: ${approval}`,
    reason !== undefined && `reason: ${reason}`,
    profile !== undefined && `profile: ${profile}`,
  ].filter((detail) => detail !== false);
  const fields = [outcome.padEnd(7), tool, entry, `by ${client}`].map((field) =>
    asData(field).padEnd(field.length),
  );
  const tail = details.length > 0 ? `  (${details.map(asData).join(', ')})` : '';
  return `${time}  ${fields.join('  ')}${tail}`;
}

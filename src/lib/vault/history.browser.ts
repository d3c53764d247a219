import type { Entry } from './entry.ts';
import { entryRecord, openEntry, readable } from './entry-records.ts';
import { laterCounter } from './entry-rules.ts';
import { VaultError } from './errors.ts';
import { lateError } from './late-errors.ts';
import { versionAfter } from './note-records.ts';
import type { PlainRecord, SealedRecord } from './records.ts';
import { openRecord } from './records.ts';
import type { Session, Unlocked } from './session.browser.ts';
import type { UndoToken } from './undo.ts';
import { versions } from './undo.ts';

/** An entry as it was. */
export interface EntryVersion {
  readonly version: number;
  readonly entry: Entry;
  /** When the next version took its place, in milliseconds since the Unix epoch. */
  readonly replacedAt: number;
}

/**
 * Earlier versions of an entry, of the last 30 days, the newest first. Those that
 * cannot be read are left out.
 */
export function entryHistory(session: Session, id: string): Promise<EntryVersion[]> {
  return session.read({ history: [id] }, async (current) => {
    const versions: EntryVersion[] = [];
    for (const past of current?.history ?? []) {
      const { version, replacedAt } = past;
      const kept = current && (await readable(current.vaultKey, past));
      if (kept) versions.push({ version, entry: kept.entry, replacedAt });
    }
    return versions.sort((a, b) => b.version - a.version);
  });
}

/**
 * Makes an earlier version the current one, which itself becomes an earlier version. A
 * counter does not go back.
 *
 * @throws VaultError `not-found`, or why the version cannot be read
 */
export function restoreVersion(session: Session, id: string, version: number): Promise<Entry> {
  return session.write({ entries: { id }, history: [id] }, async (current) => {
    const { vaultKey, entries, history } = current;
    const past = history.find((record) => record.version === version);
    if (past === undefined) throw new VaultError('not-found');
    const { entry, ...rest } = await openEntry(vaultKey, past);
    const now = entries[0] && (await readable(vaultKey, entries[0]));
    const otp = now ? laterCounter(entry.otp, now.entry.otp) : entry.otp;
    const next = { ...rest, entry: { ...entry, otp, updatedAt: session.now() } };
    return { result: next.entry, records: [entryRecord(next, current)] };
  });
}

/**
 * Takes a restore or a change back, all of it or nothing: what was added goes (it stays
 * in history for 30 days), what was replaced is as before.
 *
 * @throws VaultError `changed-since`
 */
export function undo(session: Session, { entries: undone }: UndoToken): Promise<void> {
  const ids = undone.map(({ id }) => id);
  return session.write({ entries: 'all', history: ids }, async (current) => {
    const now = versions(current.entries);
    const records: PlainRecord[] = [];
    const removed: string[] = [];
    for (const { id, version, before } of undone) {
      if (now.get(id) !== version) throw lateError('changed-since');
      const past = current.history.find((one) => one.id === id && one.version === before);
      if (before === undefined) removed.push(id);
      else if (past === undefined) throw lateError('changed-since');
      else records.push(await asItWas(past, current));
    }
    return { result: undefined, records, removed };
  });
}

/** An earlier version, of whatever kind, as the newest one. */
async function asItWas(past: SealedRecord, current: Unlocked): Promise<PlainRecord> {
  const { id, kind = 'entry' } = past;
  const bytes = await openRecord(current.vaultKey, kind, past, (plain) => plain.slice());
  return { kind, id, version: versionAfter(id, current), bytes };
}
